import { CAST } from './cast'
import type { DevelopmentAccount, DevelopmentCall } from './development-client'
import { registerSpecimen } from './register-specimen'

export interface SeedAccounts {
  /** Listed in NANSHA_OPERATORS. */
  readonly operator: DevelopmentAccount
  /** The companion's account behind the hotel desk. */
  readonly desk: DevelopmentAccount
}

const HOTEL = { zh: '南沙明珠酒店', en: 'Nansha Pearl Hotel' }
const LICENCE_SECONDS = 365 * 24 * 3600

/**
 * Puts the demo's world in place through the functions themselves, as an operator and a clerk would: the specimen
 * citizens into the registry, a licensed hotel, its clerk. Doing it again changes nothing.
 *
 * @param now Unix time in milliseconds
 */
export async function seedDemo(call: DevelopmentCall, accounts: SeedAccounts, now: number): Promise<void> {
  for (const { person, portrait } of CAST) {
    await registerSpecimen(call, accounts.operator, person, await portrait())
  }
  await seedHotel(call, accounts, now)
}

async function seedHotel(
  call: DevelopmentCall,
  { operator, desk }: SeedAccounts,
  now: number,
): Promise<void> {
  if ((await call(desk, 'verify', { action: 'session' })).ok) return
  const { organisationId } = await expectOk(
    call(operator, 'organisation', {
      action: 'onboard',
      name: HOTEL,
      scenarios: ['hotel'],
      licenceExpiresAt: Math.floor(now / 1000) + LICENCE_SECONDS,
    }),
  )
  const { invitation } = await expectOk(
    call(operator, 'organisation', { action: 'invite', organisationId, role: 'clerk' }),
  )
  await expectOk(call(desk, 'organisation', { action: 'join', invitation, name: '前台 01' }))
}

async function expectOk(answer: ReturnType<DevelopmentCall>): Promise<Record<string, unknown>> {
  const settled = await answer
  if (!settled.ok) throw new Error(`Seeding the demo failed: ${settled.code}`)
  return settled
}

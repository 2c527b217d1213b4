import { DAY_SECONDS, unixSeconds } from '@nansha/shared/clock/durations'
import { CAST, FOREIGNER } from './cast'
import { DESKS, type DemoDesk } from './desks'
import type { DevelopmentAccount, DevelopmentCall } from './development-client'
import { registerSpecimen } from './register-specimen'
import { drawPlaceholderPortrait } from './specimen/draw-portrait'
import { seededRandom } from './specimen/seeded-random'
import { SPECIMEN_CHILDREN } from './specimen/specimen-children'
import { documentsOf } from './specimen/specimen-documents'

export interface SeedAccounts {
  /** Listed in NANSHA_OPERATORS. */
  readonly operator: DevelopmentAccount
  /** The appid of the companion, through which all desks come. */
  readonly companion: string
}

const LICENCE_SECONDS = 365 * DAY_SECONDS

/**
 * Puts the demo's world in place through the functions themselves, as an operator and desk staff would: the specimen
 * citizens into the registry, licensed organisations, their staff. Doing it again changes nothing.
 *
 * @param now Unix time in milliseconds
 */
export async function seedDemo(
  call: DevelopmentCall,
  { operator, companion }: SeedAccounts,
  now: number,
): Promise<void> {
  const register = (event: object) => call(operator, 'specimen', event)
  for (const { person, portrait } of CAST)
    await registerSpecimen(register, person, await portrait(), documentsOf(person))
  await registerSpecimen(register, FOREIGNER.person, await FOREIGNER.portrait())
  for (const { person, guardians } of SPECIMEN_CHILDREN) {
    const named = guardians.map(({ idNumber, relation }) => ({ idNumber, relation }))
    await registerSpecimen(
      register,
      person,
      await drawPlaceholderPortrait(seededRandom(Number(person.birth.slice(0, 4)))),
      undefined,
      named,
    )
  }
  const licenceExpiresAt = unixSeconds(now) + LICENCE_SECONDS
  for (const desk of DESKS) {
    const account = { appId: companion, openId: desk.profile }
    if ((await call(account, 'verify', { action: 'session' })).ok) continue
    const invitation = await onboard(call, operator, desk, licenceExpiresAt)
    await expectOk(call(account, 'organisation', { action: 'join', invitation, name: desk.staff }))
  }
}

/** @returns the invitation of the desk's one member of staff */
async function onboard(
  call: DevelopmentCall,
  operator: DevelopmentAccount,
  { organisation: name, scenario, enrols, role }: DemoDesk,
  licenceExpiresAt: number,
): Promise<unknown> {
  const { organisationId } = await expectOk(
    call(operator, 'organisation', {
      action: 'onboard',
      name,
      scenarios: [scenario],
      enrols,
      licenceExpiresAt,
    }),
  )
  const { invitation } = await expectOk(
    call(operator, 'organisation', { action: 'invite', organisationId, role }),
  )
  return invitation
}

async function expectOk(answer: ReturnType<DevelopmentCall>): Promise<Record<string, unknown>> {
  const settled = await answer
  if (!settled.ok) throw new Error(`Seeding the demo failed: ${settled.code}`)
  return settled
}

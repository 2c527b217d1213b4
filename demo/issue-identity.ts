import { randomBytes } from 'node:crypto'
import { createWalletSession } from '@nansha/citizen/src/wallet/wallet-session'
import type { Ask } from '@nansha/kit/cloud/ask'
import type { CounterApplied, CounterBegun, CounterOpened } from '@nansha/shared/api/counter'
import type { EnrolIssued } from '@nansha/shared/api/enrol'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { digestBytes } from '@nansha/shared/encoding/digest'
import { type ErrorCode, NanshaError } from '@nansha/shared/errors'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import type { DevelopmentAccount, DevelopmentCall, DevelopmentUpload } from './development-client'
import type { SpecimenForeigner } from './specimen/specimen-foreigner'
import type { SpecimenPerson } from './specimen/specimen-people'

/** The PIN of every identity that the demo hands out ready-made. */
export const DEMO_PIN = '139742'

/** Whose card an officer holds. */
type Printed = SpecimenPerson | SpecimenForeigner

interface DevelopmentClient {
  readonly call: DevelopmentCall
  readonly upload: DevelopmentUpload
}

interface Accounts {
  readonly citizen: DevelopmentAccount
  /** Staff of an organisation that enrols. */
  readonly officer: DevelopmentAccount
}

/**
 * Issues an identity by the counter route, as an officer with the physical card would, on a phone that is only memory.
 *
 * @param portrait JPEG of the person's face
 * @param now Unix time in milliseconds
 * @returns what the citizen's app would have stored, by storage key
 * @throws NanshaError with the code of a refusal
 */
export async function issueIdentity(
  client: DevelopmentClient,
  { citizen, officer }: Accounts,
  person: Printed,
  portrait: Buffer,
  now: () => number,
): Promise<Readonly<Record<string, string>>> {
  const stored = new Map<string, string>()
  const ask = createAsk(client.call)(citizen)
  const session = createWalletSession({ ask, storage: storageIn(stored), now, randomBytes: seeded })

  const begun = await ask<CounterBegun>('enrol', { action: 'counter-begin' })
  const { applicationId, audience, nonce } = begun
  const key = await session.phoneKey()
  const issuedAt = unixSeconds(now())
  const proof = createProofOfPossession({ key, audience, nonce, issuedAt })
  const { code } = await ask<CounterApplied>('enrol', { action: 'counter-apply', applicationId, proof })

  await approveAtCounter(client, officer, { code, person, portrait })

  const { credential } = await ask<EnrolIssued>('enrol', { action: 'counter-collect', applicationId })
  await session.keep({ key, credential })
  await session.setPin(DEMO_PIN)
  return Object.fromEntries(stored)
}

/**
 * Approves what a phone applied for, as an officer with the physical card would.
 *
 * @param application the eight digits on the phone, whose card it is, and a JPEG of the person's face
 * @throws NanshaError with the code of a refusal
 */
export async function approveAtCounter(
  { call, upload }: DevelopmentClient,
  officer: DevelopmentAccount,
  application: { readonly code: string; readonly person: Printed; readonly portrait: Buffer },
): Promise<void> {
  const { code, person, portrait } = application
  const ask = createAsk(call)(officer)
  const { applicationId, uploads } = await ask<CounterOpened>('enrol', { action: 'counter-open', code })
  await ask('enrol', {
    action: 'counter-approve',
    applicationId,
    ...printedOn(person),
    portrait: await upload(officer, uploads.portrait, portrait),
    portraitDigest: digestBytes(portrait),
  })
}

/** The fields that an officer copies from the card. */
function printedOn(person: Printed) {
  const { name, number, validUntil } = person
  const printed = { name, idNumber: number, cardValidity: validUntil }
  if ('nationality' in person) {
    const { nationality, chineseName } = person
    return { ...printed, nationality: nationality.code, ...(chineseName !== '' && { chineseName }) }
  }
  return { ...printed, ethnicity: person.ethnicity, address: person.address }
}

function createAsk(call: DevelopmentCall) {
  return (account: DevelopmentAccount): Ask =>
    async <Result>(name: string, event: object) => {
      const answer = await call(account, name, event)
      if (!answer.ok) throw new NanshaError(answer.code as ErrorCode)
      return answer as Result
    }
}

function storageIn(stored: Map<string, string>) {
  return {
    get: async (key: string) => stored.get(key),
    set: async (key: string, value: string) => void stored.set(key, value),
    remove: async (key: string) => void stored.delete(key),
  }
}

const seeded = async (length: number) => Uint8Array.from(randomBytes(length))

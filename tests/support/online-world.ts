import { randomBytes } from 'node:crypto'
import { answerPortal } from '@nansha/citizen/src/online/answer-portal'
import { readPortal } from '@nansha/citizen/src/online/read-portal'
import { withdrawRelyingParty } from '@nansha/core/organisation/register-relying-party'
import { type Question, Refused } from '@nansha/relying-party'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import type { Path } from '@nansha/shared/openid4vp/asked-of'
import { createAnswer } from '@nansha/shared/openid4vp/create-answer'
import { askWallet } from './enrolled-citizen'
import { holderKey } from './keys'
import { createOnlineCloud, OPERATOR } from './online-cloud'
import { ALICE, giveAlicePhone, PIN } from './online-phone'
import { registerWebsite } from './online-website'

/**
 * One cloud, one citizen with a phone, one website, all in this process, and a clock to set.
 *
 * @param start Unix milliseconds
 */
export async function createOnlineWorld(start?: number) {
  const online = await createOnlineCloud(start)
  const { cloud, clock, publish, register } = online
  const { post, ...website } = await registerWebsite(online)
  const held = await giveAlicePhone(online, { post })
  const { phone, enrolled } = held
  const { clientId } = website

  return {
    cloud,
    clock,
    publish,
    register,
    ...website,
    ...held,
    withdraw: () => withdrawRelyingParty(register, OPERATOR, clientId),
    /** The holder enters the PIN. */
    unlock: () => askWallet(cloud, ALICE, enrolled.key, { action: 'unlock', pin: PIN }),
    /** Reads the link and agrees to all that must be shown, and to what is chosen. */
    answer: async (link: string, chosen: readonly Path[] = []) =>
      answerPortal(phone, await readPortal(phone, link), chosen),
  }
}

/** What a hostile phone can vary in its answer. */
export interface Forgery {
  readonly key?: HolderKey
  readonly sdJwt?: string
  readonly request?: object
  readonly paths?: readonly Path[]
  readonly issuedAt?: number
}

/** Opens a transaction and makes an answer to it that says what `forged` says. @returns what the website makes of it */
export async function answerForged(
  { phone, transactions, clock }: OnlineWorld,
  question: Question,
  forged: Forgery = {},
): Promise<string> {
  const { id, link } = await transactions.begin('session', question, 'cross-device')
  const { verified, asked } = await readPortal(phone, link)
  const key = holderKey(77)
  const sdJwt =
    forged.sdJwt ??
    (await phone.wallet.client.fetchOnlineCredential({ key, unlock: 'pin-or-biometric', sector: undefined }))
  const response = createAnswer({ ...verified.request, ...forged.request }, verified.recipient, {
    credentialId: asked.credentialId,
    sdJwt,
    key: forged.key ?? key,
    paths: forged.paths ?? asked.required,
    issuedAt: forged.issuedAt ?? unixSeconds(clock.now),
    sessionCode: '246802',
    random: Uint8Array.from(randomBytes(60)),
  })
  return refusalIn(() => transactions.receive(id, response))
}

export type OnlineWorld = Awaited<ReturnType<typeof createOnlineWorld>>

export const ASK_NAME: Question = { purpose: 'sign-in', claims: [['name'], ['id_number']] }

/** The code of a refusal, of the phone or of the kit; its check behind a slash. */
export async function refusalIn(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'done'
  } catch (error) {
    if (error instanceof Refused) return error.code
    if (!(error instanceof NanshaError)) throw error
    return [error.code, error.details.check].filter(Boolean).join('/')
  }
}

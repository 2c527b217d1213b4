import { NanshaError } from '../errors'
import type { VerifySignature } from '../jws/verify-signature'
import { meetsAssurance, type PassScenario, type UnlockMethod } from '../scenarios'
import type { PresentedCredential } from '../sd-jwt/verify-credential'
import { statusAt } from '../status/status-list'
import type { VerifiedBundle } from '../trust/verify-bundle'
import { isAge, type ShownPass } from './packed-pass'
import { portraitDigest, unpackPortrait } from './portrait-frame'
import { verifyProof } from './verify-proof'

export interface PassVerdict {
  /** `check` until the portrait frame was seen: the code is genuine, but nothing says whose face belongs to it. */
  readonly verdict: 'accept' | 'check'
  readonly scenario: PassScenario
  readonly claims: Readonly<Record<string, string | boolean>>
  /** Grey WebP, at most 450 bytes, as the pass vouches for it. */
  readonly portrait?: Uint8Array
  /** With `pin` the attendant must compare the portrait. */
  readonly unlock: UnlockMethod
  /** Names the pass: the same one again is a replay. Upload it when there is network. */
  readonly passId: string
  /** Seconds since the offline data was signed; show it. */
  readonly dataAge: number
}

export interface PassFrames {
  /** The text of the proof frame. */
  readonly proof: string
  /** The text of the portrait frame, when it was seen. */
  readonly portrait?: string
}

/**
 * Verifies a pass without network, in the order of docs/protocol.md: licence, parse, issuer, signature, time, key
 * binding, status, assurance, portrait.
 *
 * @param bundle of `verifyBundle`
 * @param now Unix seconds, of `signedNow`
 * @param acceptSpecimens true in a local deployment only
 * @throws NanshaError with the code of the first check that failed
 */
export async function verifyPass(
  frames: PassFrames,
  scenario: PassScenario,
  bundle: VerifiedBundle,
  now: number,
  acceptSpecimens: boolean,
  verifySignature: VerifySignature,
): Promise<PassVerdict> {
  requireLicence(bundle, scenario, now)
  const { pass, presented } = await verifyProof(frames.proof, scenario, bundle.trust, now, verifySignature)
  requireStatus(presented, bundle, now)
  if (!meetsAssurance(pass.assurance, scenario, acceptSpecimens)) throw new NanshaError('ASSURANCE_TOO_LOW')
  const portrait = frames.portrait === undefined ? undefined : checkedPortrait(frames.portrait, pass)
  return {
    verdict: portrait ? 'accept' : 'check',
    scenario,
    claims: shownClaims(pass),
    ...(portrait && { portrait }),
    unlock: pass.unlock,
    passId: presented.digest,
    dataAge: now - bundle.iat,
  }
}

function requireLicence({ licence, exp }: VerifiedBundle, scenario: PassScenario, now: number): void {
  if (now >= exp) throw new NanshaError('TRUST_OUTDATED')
  if (!licence.scenarios.includes(scenario)) throw new NanshaError('STAFF_NOT_ENTITLED')
  if (now >= licence.expiresAt) throw new NanshaError('LICENCE_EXPIRED')
}

/** A list that is missing, too old or too short decides nothing, and nothing decided is not a yes. */
function requireStatus({ payload }: PresentedCredential, { statusLists }: VerifiedBundle, now: number): void {
  const { idx, uri } = payload.status.status_list
  const list = statusLists.get(uri)
  if (!list || now >= list.exp) throw new NanshaError('TRUST_OUTDATED', { check: 'STATUS_LIST' })
  const status = statusAt(list.bytes, idx)
  if (status === 'revoked') throw new NanshaError('CREDENTIAL_REVOKED')
  if (status === 'frozen') throw new NanshaError('CREDENTIAL_FROZEN')
  if (status !== 'valid') throw new NanshaError('CREDENTIAL_INVALID', { check: 'STATUS' })
}

function checkedPortrait(text: string, pass: ShownPass): Uint8Array {
  const webp = unpackPortrait(text)
  if (!webp) throw new NanshaError('QR_UNREADABLE')
  if (portraitDigest(webp) !== pass.portraitDigest)
    throw new NanshaError('CREDENTIAL_INVALID', { check: 'PORTRAIT' })
  return webp
}

function shownClaims({ claims }: ShownPass): Record<string, string | boolean> {
  return isAge(claims) ? { 'age_equal_or_over.18': claims.age_equal_or_over[18] } : { ...claims }
}

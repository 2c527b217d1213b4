import { ageInChina } from '@nansha/shared/age-in-china'
import type { Passes } from '@nansha/shared/api/wallet-answers'
import type { ClaimName } from '@nansha/shared/claims'
import { DAY_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { disclosedBy } from '@nansha/shared/documents/disclosed'
import { NanshaError } from '@nansha/shared/errors'
import type { PassClaims } from '@nansha/shared/pass/packed-pass'
import { portraitDigest } from '@nansha/shared/pass/portrait-frame'
import { documentOf, type PassScenario, passClaims, SCENARIOS } from '@nansha/shared/scenarios'
import type { CredentialPorts } from '../../credential/issue-credential'
import { requireValid } from '../../credential/require-valid'
import { CITIZEN_CLAIMS, CITIZEN_PORTRAIT, type Citizen } from '../../records/citizens'
import type { SeenUnlock } from '../../records/handles'
import { findHeldDocument, type HeldDocument } from '../../records/held-documents'
import type { Holder } from '../../records/holder'
import { goodUntil, requireUnlock } from '../../unlock/seen-unlock'
import { citizenOfPhone } from '../citizen-of-phone'
import type { WalletPorts } from '../wallet-ports'
import { countPasses } from './count-passes'
import { signPass } from './sign-pass'

const PASS_LIFE_MS = DAY_MS

/**
 * Releases passes, each for one presentation without network, and the portrait frame that belongs to all of them.
 *
 * @param count at most 5 (shared/api/wallet.ts)
 * @throws NanshaError CREDENTIAL_… unless the credential is valid, UNLOCK_REQUIRED, PASS_UNAVAILABLE beyond a
 *   day's worth, DOCUMENT_… without the document that the scenario is about
 */
export async function issuePasses(
  ports: CredentialPorts &
    Pick<WalletPorts, 'database' | 'envelopes' | 'makePortraitFrame' | 'acceptSpecimens'>,
  holder: Holder,
  { scenario, count }: { readonly scenario: PassScenario; readonly count: number },
): Promise<Passes> {
  requireValid(holder.credential, ports.now())
  const unlock = await requireUnlock(ports, holder)
  const unlockedUntil = expiry(ports, holder, unlock, scenario)
  if (unlockedUntil * 1000 <= ports.now()) throw new NanshaError('UNLOCK_REQUIRED')
  const citizen = await citizenOfPhone(ports.database, holder.device)
  if (!citizen) throw new NanshaError('CREDENTIAL_REVOKED')
  const held = await requireDocument(ports, holder, scenario)
  await countPasses(ports, citizen._id, count)

  const frame = await portraitFrame(ports, citizen)
  const exp = Math.min(unlockedUntil, held ? unixSeconds(held.validUntil) : unlockedUntil)
  const content = {
    scenario,
    exp,
    unlock: unlock.method,
    portraitDigest: portraitDigest(frame),
    claims: shownClaims(ports, citizen, scenario, held),
  }
  const passes = await Promise.all(
    Array.from({ length: count }, () => signPass(ports, holder.credential, content)),
  )
  return { passes, expiresAt: exp, portrait: Buffer.from(frame).toString('base64') }
}

function portraitFrame(
  { envelopes, makePortraitFrame }: Pick<WalletPorts, 'envelopes' | 'makePortraitFrame'>,
  citizen: Citizen,
) {
  return makePortraitFrame(CITIZEN_PORTRAIT.open(envelopes, citizen))
}

/** @returns Unix seconds: a day, or as long as the unlock is good for the scenario, and none longer than the credential */
function expiry(
  { now, acceptSpecimens }: Pick<WalletPorts, 'now' | 'acceptSpecimens'>,
  { credential }: Holder,
  unlock: SeenUnlock,
  scenario: PassScenario,
): number {
  const end = Math.min(now() + PASS_LIFE_MS, credential.expiresAt.getTime())
  return unixSeconds(goodUntil(unlock, SCENARIOS[scenario].unlock, end, acceptSpecimens))
}

function shownClaims(
  { envelopes, now }: Pick<WalletPorts, 'now' | 'envelopes'>,
  citizen: Citizen,
  scenario: PassScenario,
  held: HeldDocument | undefined,
): PassClaims {
  const known = CITIZEN_CLAIMS.open(envelopes, citizen)
  if (scenario === 'age') return { age_equal_or_over: { 18: ageInChina(known.birthdate, now()) >= 18 } }
  const all: Partial<Record<ClaimName, string>> = {
    ...known,
    id_number_last4: known.id_number.slice(-4),
    ...(held && disclosedBy(held.document)),
  }
  return Object.fromEntries(passClaims(scenario).map((name) => [name, all[name] ?? '']))
}

/**
 * The further document that the scenario is about, as the phone holds it now.
 *
 * @throws NanshaError DOCUMENT_NONE, DOCUMENT_OUTDATED, CREDENTIAL_FROZEN
 */
async function requireDocument(
  { database, now }: Pick<WalletPorts, 'database' | 'now'>,
  { device }: Holder,
  scenario: PassScenario,
): Promise<HeldDocument | undefined> {
  const type = documentOf(scenario)
  if (type === undefined) return undefined
  const phone = { citizenId: device.citizenId, deviceId: device._id }
  const found = await findHeldDocument(database, phone, type)
  if (!found) throw new NanshaError('DOCUMENT_NONE')
  const { held, credential } = found
  if (held.validUntil.getTime() <= now()) throw new NanshaError('DOCUMENT_OUTDATED')
  requireValid(credential, now())
  return held
}

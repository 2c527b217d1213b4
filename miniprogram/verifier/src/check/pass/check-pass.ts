import { encodeBase64 } from '@nansha/shared/encoding/base64'
import { NanshaError } from '@nansha/shared/errors'
import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import { type PassFrames, verifyPass } from '@nansha/shared/pass/verify-pass'
import { isPassScenario, type ScenarioName } from '@nansha/shared/scenarios'
import type { TrustSession } from '../../trust/trust-session'
import type { Subject } from '../subject'
import type { PassUses } from './pass-uses'

export interface CheckPassPorts {
  readonly trust: Pick<TrustSession, 'require' | 'now'>
  readonly uses: Pick<PassUses, 'hasSeen'>
  readonly verifySignature: VerifySignature
  /** True in a local build only. */
  readonly acceptSpecimens: boolean
}

/**
 * Verifies a pass on this device. The network is asked for nothing but trust data that is missing or expired.
 *
 * @throws NanshaError SCENARIO_MISMATCH at a desk that takes no passes, TICKET_REPLAYED for a pass that was shown here
 *   before, and whatever `verifyPass` refuses
 */
export async function checkPass(
  { trust, uses, verifySignature, acceptSpecimens }: CheckPassPorts,
  scenario: ScenarioName,
  frames: PassFrames,
): Promise<Subject> {
  if (!isPassScenario(scenario)) throw new NanshaError('SCENARIO_MISMATCH')
  const bundle = await trust.require()
  const now = trust.now()
  const verdict = await verifyPass(frames, scenario, bundle, now, acceptSpecimens, verifySignature)
  if (await uses.hasSeen(verdict.passId)) throw new NanshaError('TICKET_REPLAYED')
  const { claims, portrait, passId, unlock, dataAge } = verdict
  return {
    scenario,
    claims,
    ...(portrait && { portrait: encodeBase64(portrait) }),
    at: now,
    evidence: { form: 'pass', passId, proof: frames.proof, unlock, dataAge },
  }
}

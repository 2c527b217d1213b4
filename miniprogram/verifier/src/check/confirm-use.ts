import type { Ask } from '@nansha/kit/cloud/ask'
import type { UseConfirmed, VerifyEvent } from '@nansha/shared/api/verify'
import { NanshaError } from '@nansha/shared/errors'
import { isPassScenario } from '@nansha/shared/scenarios'
import type { TrustSession } from '../trust/trust-session'
import type { PassUses } from './pass/pass-uses'
import type { Subject } from './subject'

export interface ConfirmPorts {
  readonly ask: Ask
  readonly uses: PassUses
  readonly trust: Pick<TrustSession, 'now'>
}

/**
 * Ends a check with what the attendant saw: the cloud hears of a ticket at once, of a pass when there is network.
 *
 * @throws NanshaError TICKET_REPLAYED, and whatever the cloud refuses
 */
export async function confirmUse(
  { ask, uses, trust }: ConfirmPorts,
  { scenario, evidence, at }: Subject,
  portraitMatches: boolean,
  stay?: string,
): Promise<UseConfirmed['verdict']> {
  if (evidence.form === 'ticket') {
    const event: VerifyEvent = {
      action: 'confirm',
      useId: evidence.useId,
      portraitMatches,
      ...(stay !== undefined && { stay }),
    }
    return (await ask<UseConfirmed>('verify', event)).verdict
  }
  if (!isPassScenario(scenario)) throw new NanshaError('SCENARIO_MISMATCH')
  const { passId, proof } = evidence
  await uses.record(passId, { scenario, proof, at, accepted: portraitMatches }, trust.now())
  void uses.report()
  return portraitMatches ? 'accepted' : 'refused'
}

import type { filmByPlatform } from '@nansha/kit/camera/platform-filming'
import type { Ask } from '@nansha/kit/cloud/ask'
import type { EnrolBegun, EnrolEvent, PlatformFilming } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import type { Details } from './check-details'
import type { Stage } from './enrolment'
import type { NetworkIdStep } from './network-id-step'

export interface PlatformPorts {
  readonly ask: Ask
  readonly filmByPlatform: typeof filmByPlatform
  /** See {@link NetworkIdStep.wait}. */
  readonly awaitNetworkId: NetworkIdStep['wait']
}

/**
 * Has the person seen by those who may: by their national network ID where the server asks for it, then by the
 * platform, which opens its own screen over the app's. The network ID comes first, so that nobody is filmed who does
 * not have the app.
 *
 * @returns what goes with the submission, or `undefined` when the citizen gave up
 * @throws NanshaError FILMING_STOPPED, and what the server refuses
 */
export async function showToPlatform(
  { ask, filmByPlatform, awaitNetworkId }: PlatformPorts,
  { enrolmentId }: EnrolBegun,
  { name, idNumber }: Details,
  onStage: (stage: Stage) => void,
): Promise<{ readonly idCardAuthData?: string } | undefined> {
  const event: EnrolEvent = { action: 'film', enrolmentId, name, idNumber }
  const { verifyId, networkId } = await ask<PlatformFilming>('enrol', event)
  const shown: { idCardAuthData?: string } = {}
  if (networkId) {
    onStage('network-id')
    const idCardAuthData = await awaitNetworkId(networkId)
    if (idCardAuthData === undefined) return undefined
    shown.idCardAuthData = idCardAuthData
  }
  onStage('filming')
  if (!(await filmByPlatform(verifyId))) throw new NanshaError('FILMING_STOPPED')
  return shown
}

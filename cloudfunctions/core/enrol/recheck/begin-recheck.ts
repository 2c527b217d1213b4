import type { EnrolBegun } from '@nansha/shared/api/enrol'
import type { WalletAction } from '@nansha/shared/api/wallet'
import { NanshaError } from '@nansha/shared/errors'
import type { Holder } from '../../records/holder'
import { beginEnrolment } from '../begin-enrolment'
import type { EnrolPorts } from '../enrol-ports'

/**
 * Opens a showing of the face on a phone that holds a credential: an enrolment without a card, of which only the phone that
 * began it can make something. A frozen credential is no obstacle, because an unlock is what lifts the freeze.
 *
 * @throws NanshaError CREDENTIAL_REVOKED, and those of {@link beginEnrolment}
 */
export async function beginRecheck(
  ports: Pick<EnrolPorts, 'database' | 'index' | 'now' | 'randomId' | 'issuerUrl' | 'registry'>,
  { device, credential }: Holder,
  { consent }: Pick<Extract<WalletAction, { action: 'face-begin' }>, 'consent'>,
): Promise<EnrolBegun> {
  if (device.status === 'revoked' || credential.status === 'revoked')
    throw new NanshaError('CREDENTIAL_REVOKED')
  return beginEnrolment(ports, device.account, { action: 'begin', consent }, { deviceId: device._id })
}

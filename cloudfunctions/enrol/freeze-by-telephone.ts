import { type FreezePorts, freezeNumber } from '@nansha/core/enrol/freeze/freeze-number'
import { type Call, type OperatorCallPorts, recordOperatorCall } from '@nansha/core/organisation/open-call'
import { isOperator } from '@nansha/core/organisation/operators'
import type { TelephoneEvent } from '@nansha/shared/api/telephone'
import { NanshaError } from '@nansha/shared/errors'

/**
 * Freezes the ID of somebody who telephones. The operator's call is on record before anything is done, whether or not
 * anybody was found.
 *
 * @throws NanshaError CALLER_FORBIDDEN for everybody but operators, REQUEST_REPLAYED, and those of {@link freezeNumber}
 */
export async function freezeByTelephone(
  ports: FreezePorts & OperatorCallPorts,
  call: Call,
  { action, name, idNumber, reference }: TelephoneEvent,
): Promise<void> {
  if (!isOperator(ports.operators, call.who)) throw new NanshaError('CALLER_FORBIDDEN')
  await recordOperatorCall(ports, call, { action, reference })
  await freezeNumber(ports, { by: 'telephone', who: call.who, name, idNumber, reference })
}

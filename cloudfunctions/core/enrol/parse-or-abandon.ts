import { id } from '@nansha/shared/api/fields'
import * as v from 'valibot'
import { parseEvent } from '../function/parse-event'
import type { AccountKey } from '../records/account-key'
import { cancelEnrolment } from './close-enrolment'
import type { EnrolPorts } from './enrol-ports'

const Submission = v.looseObject({ action: v.literal('submit'), enrolmentId: id })

/**
 * Parses an event; a submission that is malformed ends its enrolment, so that its photos do not wait for the sweep.
 *
 * @throws NanshaError INPUT_INVALID
 */
export async function parseOrAbandon<Schema extends v.GenericSchema>(
  ports: Pick<EnrolPorts, 'database' | 'files' | 'storageRoot'>,
  account: AccountKey,
  schema: Schema,
  event: unknown,
): Promise<v.InferOutput<Schema>> {
  try {
    return parseEvent(schema, event)
  } catch (refusal) {
    // Whatever else is wrong with it, the refusal is what the caller must learn.
    if (v.is(Submission, event))
      await cancelEnrolment(ports, account, event.enrolmentId).catch(() => undefined)
    throw refusal
  }
}

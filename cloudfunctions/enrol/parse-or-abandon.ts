import { cancelEnrolment } from '@nansha/core/enrol/close-enrolment'
import { readOwnApplication } from '@nansha/core/enrol/counter/require-officer'
import { discardCounterPhotos } from '@nansha/core/enrol/counter/uploads'
import type { EnrolPorts } from '@nansha/core/enrol/enrol-ports'
import { parseEvent } from '@nansha/core/function/parse-event'
import type { AccountKey } from '@nansha/core/records/account-key'
import { id } from '@nansha/shared/fields'
import * as v from 'valibot'

const Submission = v.looseObject({ action: v.literal('submit'), enrolmentId: id })
const Approval = v.looseObject({
  action: v.picklist(['counter-read-card', 'counter-approve', 'counter-approve-child']),
  applicationId: id,
})

type Ports = Pick<EnrolPorts, 'database' | 'files' | 'index' | 'storageRoot' | 'now'>

/**
 * Parses an event. A submission that is malformed ends its enrolment, and what an officer photographed for a malformed
 * request goes, so that no photo waits for the sweep.
 *
 * @throws NanshaError INPUT_INVALID
 */
export async function parseOrAbandon<Schema extends v.GenericSchema>(
  ports: Ports,
  account: AccountKey,
  schema: Schema,
  event: unknown,
): Promise<v.InferOutput<Schema>> {
  try {
    return parseEvent(schema, event)
  } catch (refusal) {
    // Whatever else is wrong with it, the refusal is what the caller must learn.
    await abandon(ports, account, event).catch(() => undefined)
    throw refusal
  }
}

async function abandon(ports: Ports, account: AccountKey, event: unknown): Promise<void> {
  if (v.is(Submission, event)) return cancelEnrolment(ports, account, event.enrolmentId)
  if (!v.is(Approval, event)) return
  const { application } = await ports.database.transaction((transaction) =>
    readOwnApplication(ports, transaction, account, event.applicationId),
  )
  await discardCounterPhotos(ports, application)
}

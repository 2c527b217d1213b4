import { unixSeconds } from '@nansha/shared/clock/durations'
import {
  GUEST_MESSAGE_SECONDS,
  GUEST_RECEIPT_TYPE,
  GuestReceipt,
} from '@nansha/shared/guest-report/guest-report'
import { keyById } from '@nansha/shared/jws/key-by-id'
import { type JwsProfile, refuseAs, verifyJws } from '@nansha/shared/jws/verify-jws'
import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import { unlessRefused } from '@nansha/shared/refusals'
import type { Receiver } from '@nansha/shared/trust/trust-list'
import * as v from 'valibot'
import type { Now } from '../function/answer'
import type { QueuedReport } from '../records/guest-reports'

/** Who reports to whom, and how the authority's word is checked. */
export interface ReceiverPorts {
  readonly issuerUrl: string
  readonly receiver: Receiver
  readonly now: Now
  readonly verifySignature: VerifySignature
}

/**
 * Checks what the authority signed for this deployment.
 *
 * @param after seconds for which it is good; receipts in files may come days later
 * @returns what it says, or `undefined` when it is not the authority's word
 */
export async function readAnswer<Schema extends v.GenericSchema<unknown, { iss: string }>>(
  { issuerUrl, receiver, now, verifySignature }: ReceiverPorts,
  jws: string,
  typ: string,
  schema: Schema,
  after = GUEST_MESSAGE_SECONDS,
): Promise<v.InferOutput<Schema> | undefined> {
  const profile: JwsProfile = {
    typ,
    headers: ['kid'],
    audience: issuerUrl,
    window: { before: GUEST_MESSAGE_SECONDS, after },
    key: keyById(receiver.receiptKeys),
    refusal: refuseAs('SERVICE_UNAVAILABLE'),
  }
  const verified = await unlessRefused(verifyJws(jws, profile, unixSeconds(now()), verifySignature))
  const said = v.safeParse(schema, verified?.payload)
  return said.success && said.output.iss === receiver.iss ? said.output : undefined
}

/** Whether a text is the authority's receipt for exactly this report. */
export async function isReceiptFor(
  ports: ReceiverPorts,
  jws: string,
  { stayId, revision, digest }: QueuedReport,
  after?: number,
): Promise<boolean> {
  const receipt = await readAnswer(ports, jws, GUEST_RECEIPT_TYPE, GuestReceipt, after)
  return receipt?.stay === stayId && receipt.version === revision && receipt.digest === digest
}

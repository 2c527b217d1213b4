import { readDeskCode } from '@nansha/shared/desk-code/read-desk-code'
import { digestText } from '@nansha/shared/encoding/digest'
import { NanshaError } from '@nansha/shared/errors'
import { unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import { DESK_CODES, type DeskCodeRecord } from '../records/desk-codes'
import type { Device } from '../records/devices'
import { HANDLES, type Handle } from '../records/handles'
import type { WalletPorts } from './wallet-ports'

/**
 * Hands a holder's ticket to the desk whose code it answers, and to no other: the ticket is bound to the code's digest,
 * and the code to one screen. What the ticket is worth is judged when the desk collects it.
 *
 * @param answer.code the text of the desk's QR as scanned
 * @param answer.ticket made with `desk` set to the SHA-256 of that text
 * @throws NanshaError QR_UNREADABLE, DESK_CODE_INVALID, DESK_CODE_EXPIRED, DESK_CODE_USED, DESK_MISMATCH,
 *   TICKET_UNKNOWN for a handle of another phone
 */
export async function answerDeskCode(
  { database, now, trust, verifySignature }: WalletPorts,
  { device }: { readonly device: Pick<Device, '_id'> },
  { code: text, ticket }: { readonly code: string; readonly ticket: string },
): Promise<void> {
  const code = await readDeskCode(text, trust, Math.floor(now() / 1000), verifySignature)
  const digest = digestText(text)
  const unpacked = unpackTicket(ticket)
  if (unpacked?.desk !== digest || unpacked.scenario !== code.scenario) throw new NanshaError('DESK_MISMATCH')
  // Or whoever photographs a desk's screen could use up its code with a ticket that is worth nothing.
  const handle = await database.collection<Handle>(HANDLES).get(unpacked.handle)
  if (handle?.deviceId !== device._id) throw new NanshaError('TICKET_UNKNOWN')

  await database.transaction(async (transaction) => {
    const record = await transaction.get<DeskCodeRecord>(DESK_CODES, code.nonce)
    if (record?.digest !== digest) throw new NanshaError('DESK_CODE_INVALID')
    if (record.ticket === ticket) return // the answer was lost and the phone asks again
    if (record.ticket !== null) throw new NanshaError('DESK_CODE_USED')
    await transaction.update<DeskCodeRecord>(DESK_CODES, code.nonce, { ticket })
  })
}

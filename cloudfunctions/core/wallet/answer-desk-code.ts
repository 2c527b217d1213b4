import { unixSeconds } from '@nansha/shared/clock/durations'
import { verifyDeskCode } from '@nansha/shared/desk-code/verify-desk-code'
import { digestText } from '@nansha/shared/encoding/digest'
import { NanshaError } from '@nansha/shared/errors'
import { unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import { DESK_CODES } from '../records/desk-codes'
import type { Device } from '../records/devices'
import { HANDLES } from '../records/handles'
import { USES } from '../records/uses'
import { checkTicket } from '../verify/check-ticket'
import type { WalletPorts } from './wallet-ports'

/**
 * Hands a holder's ticket to the desk whose code it answers, and to no other: the ticket is bound to the code's digest,
 * and the code to one screen. A code is answered once, so only a ticket that the desk would accept takes it, and a handle
 * answers one code: or whoever photographs the screen could use up every code on it for nothing.
 *
 * @param answer.code the text of the desk's QR as scanned
 * @param answer.ticket made with `desk` set to the SHA-256 of that text
 * @throws NanshaError QR_UNREADABLE for a code that is none, ISSUER_UNTRUSTED, DESK_CODE_INVALID, DESK_CODE_EXPIRED, DESK_CODE_USED,
 *   DESK_MISMATCH, TICKET_UNKNOWN also for a handle of another phone, TICKET_REPLAYED for a handle that was used, and
 *   whatever the desk would refuse the ticket for
 */
export async function answerDeskCode(
  ports: Pick<
    WalletPorts,
    'database' | 'now' | 'envelopes' | 'issuerId' | 'trust' | 'verifySignature' | 'acceptSpecimens'
  >,
  { device }: { readonly device: Pick<Device, '_id'> },
  { code: text, ticket }: { readonly code: string; readonly ticket: string },
): Promise<void> {
  const { database, now, trust, issuerId, verifySignature } = ports
  const code = await verifyDeskCode(text, trust, issuerId, unixSeconds(now()), verifySignature)
  const asked = { scenario: code.scenario, desk: digestText(text) }
  const unpacked = unpackTicket(ticket)
  if (unpacked?.desk !== asked.desk || unpacked.scenario !== asked.scenario)
    throw new NanshaError('DESK_MISMATCH')
  const { fault, handle } = await checkTicket(ports, asked, ticket)
  if (handle.deviceId !== device._id) throw new NanshaError('TICKET_UNKNOWN')

  await database.transaction(async (transaction) => {
    const record = await transaction.in(DESK_CODES).get(code.nonce)
    if (record?.digest !== asked.desk) throw new NanshaError('DESK_CODE_INVALID')
    if (record.ticket === ticket) return // the answer was lost and the phone asks again
    if (fault) throw new NanshaError(fault)
    if (record.ticket !== null) throw new NanshaError('DESK_CODE_USED')
    const own = await transaction.in(HANDLES).get(handle._id)
    const isUsed = !own || own.answered !== undefined || (await transaction.in(USES).get(handle._id)) !== null
    if (isUsed) throw new NanshaError('TICKET_REPLAYED')
    await transaction.in(HANDLES).update(handle._id, { answered: code.nonce })
    await transaction.in(DESK_CODES).update(code.nonce, { ticket })
  })
}

import { is } from 'valibot'
import { NanshaError } from '../errors'
import { shownText } from '../fields'
import { keyById } from '../jws/key-by-id'
import { refuseAs, verifyJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import { SCENARIOS } from '../scenarios'
import { issuerById, type TrustList } from '../trust/trust-list'
import { DESK_CODE_SECONDS, DESK_CODE_TYPE, type DeskCode } from './desk-code'
import { unpackDeskCode } from './pack-desk-code'

const deskName = shownText(199)

/**
 * Reads a desk's code as scanned, and checks that the holder's own issuer vouches for the name on it, and that the name is
 * one that can be read.
 *
 * @param issuerId of the holder's credential: no other issuer's desk can be answered with it
 * @param now Unix seconds
 * @throws NanshaError QR_UNREADABLE, ISSUER_UNTRUSTED, DESK_CODE_INVALID, DESK_CODE_EXPIRED
 */
export async function verifyDeskCode(
  text: string,
  trust: TrustList,
  issuerId: number,
  now: number,
  verifySignature: VerifySignature,
): Promise<DeskCode> {
  const unpacked = unpackDeskCode(text)
  if (!unpacked) throw new NanshaError('QR_UNREADABLE')
  const issuer = issuerById(trust, issuerId)
  if (!issuer || unpacked.code.issuerId !== issuerId) throw new NanshaError('ISSUER_UNTRUSTED')
  const profile = {
    typ: DESK_CODE_TYPE,
    headers: ['kid'],
    audience: null,
    window: { before: 60, after: DESK_CODE_SECONDS },
    key: keyById(issuer.deskKeys),
    refusal: refuseAs('DESK_CODE_INVALID', { TOO_LATE: 'DESK_CODE_EXPIRED' }),
  }
  await verifyJws(unpacked.jws, profile, now, verifySignature)
  const { scenario, name } = unpacked.code
  const isReadable = is(deskName, name.zh) && is(deskName, name.en)
  if (!SCENARIOS[scenario].deskMayAsk || !isReadable) throw new NanshaError('DESK_CODE_INVALID')
  return unpacked.code
}

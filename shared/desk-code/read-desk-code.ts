import { NanshaError } from '../errors'
import { keyById } from '../jws/key-by-id'
import { verifyJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import { SCENARIOS } from '../scenarios'
import { issuerById, type TrustList } from '../trust/trust-list'
import { DESK_CODE_SECONDS, DESK_CODE_TYPE, type DeskCode } from './desk-code'
import { unpackDeskCode } from './pack-desk-code'

/**
 * Reads a desk's code as scanned, and checks that a trusted issuer vouches for the name on it.
 *
 * @param now Unix seconds
 * @throws NanshaError QR_UNREADABLE, ISSUER_UNTRUSTED, DESK_CODE_INVALID, DESK_CODE_EXPIRED
 */
export async function readDeskCode(
  text: string,
  trust: TrustList,
  now: number,
  verifySignature: VerifySignature,
): Promise<DeskCode> {
  const unpacked = unpackDeskCode(text)
  if (!unpacked) throw new NanshaError('QR_UNREADABLE')
  const issuer = issuerById(trust, unpacked.code.issuerId)
  if (!issuer) throw new NanshaError('ISSUER_UNTRUSTED')
  const profile = {
    typ: DESK_CODE_TYPE,
    headers: ['kid'],
    audience: null,
    window: { before: 60, after: DESK_CODE_SECONDS },
    key: keyById(issuer.deskKeys),
  }
  const verified = await verifyJws(unpacked.jws, profile, now, verifySignature)
  if (!verified.ok)
    throw new NanshaError(verified.fault === 'TOO_LATE' ? 'DESK_CODE_EXPIRED' : 'DESK_CODE_INVALID')
  if (SCENARIOS[unpacked.code.scenario].startsFrom !== 'desk-code') throw new NanshaError('DESK_CODE_INVALID')
  return unpacked.code
}

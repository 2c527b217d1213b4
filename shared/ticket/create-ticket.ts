import { claimsToBits } from '../claims'
import { encodeUtf8 } from '../encoding/utf8'
import { signWithNoble } from '../jws/create-jws'
import type { HolderKey } from '../keys/create-holder-key'
import { requestedClaims, type ScenarioName } from '../scenarios'
import { packTicket } from './pack-ticket'
import { ticketSigningInput } from './ticket-jws'

/**
 * Makes the text of the QR: all that the scenario asks for, approved by the phone key, now.
 *
 * @param request.issuerId two-byte id of the issuer of the credential
 * @param request.handle 16 bytes, base64url, prefetched; the same one is signed again at each rotation
 * @param request.issuedAt Unix seconds, corrected to the server's clock
 * @param request.isForeigner whether the holder is a foreign permanent resident, of whom some scenarios ask for something else
 * @param request.child place of the child's card that is shown, in place of the holder's own identity
 * @param request.desk SHA-256, base64url, of the desk code that was scanned; only for scenarios that start from one
 * @returns at most 144 characters of a QR code's alphanumeric mode (version 5-L or 6-M)
 */
export function createTicket(request: {
  readonly key: HolderKey
  readonly issuerId: number
  readonly scenario: ScenarioName
  readonly handle: string
  readonly issuedAt: number
  readonly isForeigner?: boolean
  readonly child?: number
  readonly desk?: string
}): string {
  const { key, issuerId, scenario, handle, issuedAt: iat, isForeigner, child, desk } = request
  const holder = isForeigner ? 'foreigner' : 'holder'
  const ticket = {
    issuerId,
    scenario,
    claims: claimsToBits(requestedClaims(scenario, child === undefined ? holder : 'child')),
    handle,
    iat,
    ...(child !== undefined && { child }),
    ...(desk && { desk }),
  }
  const signature = signWithNoble(key.privateKey, encodeUtf8(ticketSigningInput(ticket)))
  return packTicket({ ...ticket, signature })
}

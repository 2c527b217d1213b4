import { claimsToBits } from '../claims'
import { encodeUtf8 } from '../encoding/utf8'
import { signWithNoble } from '../jws/create-jws'
import type { HolderKey } from '../keys/create-holder-key'
import { type HolderKind, requestedClaims, type ScenarioName } from '../scenarios'
import { packTicket } from './pack-ticket'
import { ticketSigningInput } from './ticket-jws'

/**
 * Makes the text of the QR: all that the scenario asks for, approved by the phone key, now.
 *
 * @param request.issuerId two-byte id of the issuer of the credential
 * @param request.handle 16 bytes, base64url, prefetched; the same one is signed again at each rotation
 * @param request.issuedAt Unix seconds, corrected to the server's clock
 * @param request.holder by what the credential says; `holder` if left out
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
  readonly holder?: HolderKind
  readonly child?: number
  readonly desk?: string
}): string {
  const { key, issuerId, scenario, handle, issuedAt: iat, holder, child, desk } = request
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

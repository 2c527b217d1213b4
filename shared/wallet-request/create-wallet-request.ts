import type { WalletAction } from '../api/wallet'
import { createJws } from '../jws/create-jws'
import type { HolderKey } from '../keys/create-holder-key'
import { keyThumbprint } from '../keys/key-thumbprint'

export const REQUEST_TYPE = 'nansha-request+jwt'

/**
 * Signs what the phone asks of the function `wallet`, so that the chat account alone opens nothing.
 *
 * @param request.audience the issuer's URL
 * @param request.issuedAt Unix seconds, corrected to the server's clock
 * @param request.requestId 16 random bytes, base64url; the server carries one out once
 * @returns compact JWS
 */
export function createWalletRequest(request: {
  readonly key: HolderKey
  readonly audience: string
  readonly issuedAt: number
  readonly requestId: string
  readonly action: WalletAction
}): string {
  return createJws(
    request.key.privateKey,
    { typ: REQUEST_TYPE, kid: keyThumbprint(request.key.publicJwk) },
    { aud: request.audience, iat: request.issuedAt, jti: request.requestId, ...request.action },
  )
}

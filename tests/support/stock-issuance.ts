import { createHash, randomBytes } from 'node:crypto'
import type { CredentialOffered } from '@nansha/shared/api/wallet-answers'
import { createHolderKey, type HolderKey } from '@nansha/shared/keys/create-holder-key'
import { Openid4vciClient } from '@openid4vc/openid4vci'
import { CompactSign, importJWK, type JWK } from 'jose'

export function newKey(): HolderKey {
  return createHolderKey(Uint8Array.from(randomBytes(48)))
}

/**
 * A wallet on the library of the OpenWallet Foundation.
 *
 * @param fetch its way to the issuer
 */
export function createStockClient(fetch: typeof globalThis.fetch, key: HolderKey) {
  const jwk = { ...key.publicJwk, alg: 'ES256' }
  const client = new Openid4vciClient({
    callbacks: {
      fetch,
      generateRandom: (length) => randomBytes(length),
      hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
      clientAuthentication: () => undefined,
      signJwt: async (_signer, { header, payload }) => ({
        jwt: await new CompactSign(Buffer.from(JSON.stringify(payload)))
          .setProtectedHeader(header as { alg: string })
          .sign(await importJWK({ ...key.publicJwk, d: key.privateKey } as JWK, 'ES256')),
        signerJwk: key.publicJwk,
      }),
    },
  })
  return {
    async collect({ offer, txCode }: Pick<CredentialOffered, 'offer' | 'txCode'>): Promise<string> {
      const credentialOffer = await client.resolveCredentialOffer(offer)
      const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer)
      const { accessTokenResponse } = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({
        credentialOffer,
        issuerMetadata,
        txCode,
      })
      const [credentialConfigurationId = ''] = credentialOffer.credential_configuration_ids
      const { c_nonce: nonce } = await client.requestNonce({ issuerMetadata })
      const { jwt } = await client.createCredentialRequestJwtProof({
        issuerMetadata,
        credentialConfigurationId,
        nonce,
        signer: { method: 'jwk', publicJwk: jwk, alg: 'ES256' },
      })
      const { credentialResponse } = await client.retrieveCredentials({
        issuerMetadata,
        credentialConfigurationId,
        accessToken: accessTokenResponse.access_token,
        proofs: { jwt: [jwt] },
      })
      const [issued] = (credentialResponse.credentials ?? []) as { credential: string }[]
      return issued?.credential ?? ''
    },
  }
}

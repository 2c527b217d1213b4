import { randomBytes } from 'node:crypto'
import { issueCredential } from '@nansha/core/credential/issue-credential'
import { residentClaims } from '@nansha/core/credential/resident-claims'
import { createSigner, type Signer } from '@nansha/core/crypto/signer'
import { NOW_MS } from './clock'
import { holderKey } from './keys'
import { RESIDENT } from './person'

export const ISSUER = 'https://id.example/trust'

const { privateKey, publicJwk } = holderKey(200)
export const issuerSigner = createSigner(privateKey, publicJwk)

/** A credential of the phone key `holderKey()`, or with what `changed` says. */
export function issue(
  changed: Partial<Parameters<typeof issueCredential>[1]> = {},
  signer: Signer = issuerSigner,
) {
  return issueCredential(
    { signer, issuerUrl: ISSUER, issuerId: 1, now: () => NOW_MS, randomBytes },
    {
      type: 'resident-id',
      claims: residentClaims(RESIDENT, 77),
      holderJwk: holderKey().publicJwk,
      place: { list: 1, index: 4711 },
      assurance: 'face+registry',
      ...changed,
    },
  )
}

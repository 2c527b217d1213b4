import { randomBytes } from 'node:crypto'
import { issueCredential } from '@nansha/core/credential/issue-credential'
import { residentClaims } from '@nansha/core/credential/resident-claims'
import { createSigner, type Signer } from '@nansha/core/crypto/signer'
import type { CitizenClaims } from '@nansha/core/records/citizens'
import { holderKey } from './keys'

export const ISSUER = 'https://id.example/trust'
/** Unix seconds at which the tests' credentials are issued. */
export const NOW = 1_800_000_000

const { privateKey, publicJwk } = holderKey(200)
export const issuerSigner = createSigner(privateKey, publicJwk)

export const ZHANG: CitizenClaims = {
  name: '张伟',
  id_number: '11010519491231002X',
  sex: 'female',
  birthdate: '1949-12-31',
  ethnicity: '汉',
  address: '广东省广州市南沙区进港大道1号',
  card_validity: 'long-term',
}

/** A credential of the phone key `holderKey()`, or with what `changed` says. */
export function issue(
  changed: Partial<Parameters<typeof issueCredential>[1]> = {},
  signer: Signer = issuerSigner,
) {
  return issueCredential(
    { signer, issuerUrl: ISSUER, issuerId: 1, now: () => NOW * 1000, randomBytes },
    {
      type: 'resident-id',
      claims: residentClaims(ZHANG, 77),
      holderJwk: holderKey().publicJwk,
      place: { list: 1, index: 4711 },
      assurance: 'face+registry',
      ...changed,
    },
  )
}

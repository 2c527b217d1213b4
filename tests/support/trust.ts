import { createSigner } from '@nansha/core/crypto/signer'
import { formatVerifierKey } from '@nansha/shared/log/verifier-key'
import { createTrustList, type TrustList } from '@nansha/shared/trust/trust-list'
import { LOCAL_ROOTS } from '#scripts/local-roots'
import { ISSUER, issuerSigner, NOW } from './issuer'
import { holderKey } from './keys'
import { logSigner } from './log'

/** Those of the local stage: the apps under test are built for it. */
export const ROOTS = LOCAL_ROOTS
const desk = holderKey(220)
/** The key of the function `verify`. */
export const deskSigner = createSigner(desk.privateKey, desk.publicJwk)

export const TRUST_LIST: TrustList = {
  iat: NOW,
  exp: NOW + 365 * 86_400,
  sequence: 1,
  roots: ROOTS.map(({ publicJwk }) => publicJwk),
  issuers: [
    {
      id: 1,
      iss: ISSUER,
      name: { zh: '南沙身份', en: 'Nansha ID' },
      types: ['resident-id', 'gate-pass', 'age-pass'],
      keys: [issuerSigner.publicJwk],
      deskKeys: [deskSigner.publicJwk],
      logKeys: logSigner.keys.map(formatVerifierKey),
    },
  ],
}

/** What a companion is built with. */
export const ANCHOR = { roots: TRUST_LIST.roots, sequence: 0 }

/** A trust list with what `changed` says, signed by one of the roots. */
export function signTrustList(changed: Partial<TrustList> = {}, root = ROOTS[0] as (typeof ROOTS)[number]) {
  return createTrustList(root, { ...TRUST_LIST, ...changed })
}

import { createSigner } from '@nansha/core/crypto/signer'
import { createSealForReceiver } from '@nansha/core/guests/seal-for-receiver'
import { formatVerifierKey } from '@nansha/shared/log/verifier-key'
import { createTrustList, type TrustList } from '@nansha/shared/trust/trust-list'
import { LOCAL_ROOTS } from '#scripts/local-roots'
import { NOW } from './clock'
import { ISSUER, issuerSigner } from './issuer'
import { holderKey } from './keys'
import { logSigner } from './log'

/** Those of the local stage: the apps under test are built for it. */
export const ROOTS = LOCAL_ROOTS
const desk = holderKey(220)
/** The key of the function `verify`. */
export const deskSigner = createSigner(desk.privateKey, desk.publicJwk)

/** Signs reports of guests. */
const report = holderKey(221)
export const reportSigner = createSigner(report.privateKey, report.publicJwk)
/** The authority that they go to: the keys are in the test's hands, and in no function's. */
export const AUTHORITY = {
  issuer: 'https://authority.example',
  sealing: holderKey(222),
  receipts: holderKey(223),
} as const

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
      types: ['resident-id', 'gate-pass', 'age-pass', 'roadside-pass'],
      keys: [issuerSigner.publicJwk],
      deskKeys: [deskSigner.publicJwk],
      logKeys: logSigner.keys.map(formatVerifierKey),
      reportKeys: [reportSigner.publicJwk],
      receiver: {
        iss: AUTHORITY.issuer,
        name: { zh: '样本公安机关', en: 'Specimen authority' },
        sealingKey: AUTHORITY.sealing.publicJwk,
        receiptKeys: [AUTHORITY.receipts.publicJwk],
      },
    },
  ],
}

/** What a companion is built with. */
export const ANCHOR = { roots: TRUST_LIST.roots, sequence: 0 }

/** A trust list with what `changed` says, signed by one of the roots. */
export function signTrustList(changed: Partial<TrustList> = {}, root = ROOTS[0] as (typeof ROOTS)[number]) {
  return createTrustList(root, { ...TRUST_LIST, ...changed })
}

/** Seals guests as this deployment does. */
export const sealForReceiver = createSealForReceiver(TRUST_LIST, ISSUER)

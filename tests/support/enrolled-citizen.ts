import { randomBytes } from 'node:crypto'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { submitEnrolment } from '@nansha/core/enrol/submit-enrolment'
import type { AccountKey } from '@nansha/core/records/account-key'
import { CONSENT_VERSION } from '@nansha/shared/api/enrol'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { createWalletRequest } from '@nansha/shared/wallet-request/create-wallet-request'
import { type createEnrolPorts, ISSUER_URL, newHolderKey } from './enrol-ports'

export const RESIDENT_NUMBER = '11010519491231002X'

/** Enrols somebody with services that say yes. */
export async function enrolCitizen(
  { ports, world, files }: ReturnType<typeof createEnrolPorts>,
  account: AccountKey,
  { key = newHolderKey(), idNumber = RESIDENT_NUMBER }: { key?: HolderKey; idNumber?: string } = {},
) {
  const consent = { face: true, version: CONSENT_VERSION }
  const begun = await beginEnrolment(ports, account, { action: 'begin', consent })
  const issued = await submitEnrolment(ports, account, {
    action: 'submit',
    enrolmentId: begun.enrolmentId,
    name: '李明',
    idNumber,
    files: {
      card: await files.upload(begun.uploads.card, Buffer.from('card')),
      selfie: await files.upload(begun.uploads.selfie, Buffer.from('selfie')),
    },
    proof: createProofOfPossession({
      key,
      audience: begun.audience,
      nonce: begun.nonce,
      issuedAt: Math.floor(world.time / 1000),
    }),
  })
  return { key, ...issued }
}

/** Signs a wallet request at the time of the test's world. */
export function signRequest(
  key: HolderKey,
  action: WalletAction,
  time: number,
  changes: object = {},
): string {
  return createWalletRequest({
    key,
    audience: ISSUER_URL,
    issuedAt: Math.floor(time / 1000),
    requestId: randomBytes(16).toString('base64url'),
    action,
    ...changes,
  })
}

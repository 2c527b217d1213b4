import { randomBytes } from 'node:crypto'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { submitEnrolment } from '@nansha/core/enrol/submit-enrolment'
import type { AccountKey } from '@nansha/core/records/account-key'
import { CONSENT_VERSION, type EnrolBegun } from '@nansha/shared/api/enrol'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { createWalletRequest } from '@nansha/shared/wallet-request/create-wallet-request'
import { type createEnrolPorts, ISSUER_URL, newHolderKey } from './enrol-ports'

export const RESIDENT_NUMBER = '11010519491231002X'

type World = Pick<ReturnType<typeof createEnrolPorts>, 'ports' | 'world' | 'files'>

/** Uploads a card and a selfie and submits the enrolment. */
export async function submitPhotos(
  { ports, world, files }: World,
  account: AccountKey,
  { enrolmentId, uploads, audience, nonce }: EnrolBegun,
  { key = newHolderKey(), name = '李明', idNumber = RESIDENT_NUMBER }: Partial<Submitted> = {},
) {
  return submitEnrolment(ports, account, {
    action: 'submit',
    enrolmentId,
    name,
    idNumber,
    files: {
      card: await files.upload(uploads.card, Buffer.from('card')),
      selfie: await files.upload(uploads.selfie, Buffer.from('selfie')),
    },
    proof: createProofOfPossession({ key, audience, nonce, issuedAt: Math.floor(world.time / 1000) }),
  })
}

interface Submitted {
  readonly key: HolderKey
  readonly name: string
  readonly idNumber: string
}

/** Enrols somebody with services that say yes. */
export async function enrolCitizen(cloud: World, account: AccountKey, submitted: Partial<Submitted> = {}) {
  const key = submitted.key ?? newHolderKey()
  const consent = { face: true, version: CONSENT_VERSION }
  const begun = await beginEnrolment(cloud.ports, account, { action: 'begin', consent })
  return { key, ...(await submitPhotos(cloud, account, begun, { ...submitted, key })) }
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

import { applyAtCounter } from '@nansha/core/enrol/counter/apply'
import { approveApplication } from '@nansha/core/enrol/counter/approve-application'
import { beginApplication } from '@nansha/core/enrol/counter/begin-application'
import { openApplication } from '@nansha/core/enrol/counter/open-application'
import { photoDigest } from '@nansha/core/image/photo-digest'
import type { AccountKey } from '@nansha/core/records/account-key'
import { ORGANISATIONS, type Organisation } from '@nansha/core/records/organisations'
import { STAFF } from '@nansha/core/records/staff'
import type { CounterOpened } from '@nansha/shared/api/counter'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { createEnrolPorts, newHolderKey } from './enrol-ports'
import { RESIDENT_NUMBER } from './enrolled-citizen'

export const OFFICER = 'wxv:officer' as const
const DAY = 24 * 3600_000

/** A hall that enrols people at its counters, without a cloud. */
export async function createServiceHall() {
  const cloud = createEnrolPorts()
  const employ = async (
    account: AccountKey,
    organisationId = 'hall',
    changes: Partial<Organisation> = {},
  ) => {
    const at = new Date(cloud.clock.now)
    await cloud.database.in(ORGANISATIONS).put({
      _id: organisationId,
      name: { zh: '南沙政务服务中心', en: 'Nansha service hall' },
      scenarios: ['counter'],
      enrols: true,
      licenceExpiresAt: new Date(cloud.clock.now + 30 * DAY),
      onboardedAt: at,
      ...changes,
    })
    await cloud.database
      .in(STAFF)
      .put({ _id: account, organisationId, role: 'clerk', name: '陈警官', joinedAt: at })
  }
  await employ(OFFICER)

  /** A phone with its code on the screen. */
  const queue = async (account: AccountKey) => {
    const { applicationId, audience, nonce } = await beginApplication(cloud.ports, account, null)
    const issuedAt = unixSeconds(cloud.clock.now)
    const proof = createProofOfPossession({ key: newHolderKey(), audience, nonce, issuedAt })
    const apply = { action: 'counter-apply', applicationId, proof } as const
    return { applicationId, ...(await applyAtCounter(cloud.ports, account, apply)) }
  }
  const open = (by: AccountKey, code: string) => openApplication(cloud.ports, by, code)
  /** Uploads a photo of the person and approves what was opened. */
  const approve = async (
    by: AccountKey,
    { applicationId, uploads }: CounterOpened,
    photo = Buffer.from('a photo by the officer'),
  ) => {
    const portrait = await cloud.files.upload(uploads.portrait, photo)
    await approveApplication(cloud.ports, by, null, {
      action: 'counter-approve',
      applicationId,
      name: '李明',
      idNumber: RESIDENT_NUMBER,
      cardValidity: 'long-term',
      portrait,
      portraitDigest: photoDigest(photo),
    })
  }
  return { ...cloud, employ, queue, open, approve }
}

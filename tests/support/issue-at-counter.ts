import { photoDigest } from '@nansha/core/image/photo-digest'
import type { Answer } from '@nansha/shared/api/answer'
import type { CounterApplied, CounterBegun, CounterOpened } from '@nansha/shared/api/counter'
import type { EnrolIssued } from '@nansha/shared/api/enrol'
import type { Invited, Onboarded } from '@nansha/shared/api/organisation'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createHolderKey, type HolderKey } from '@nansha/shared/keys/create-holder-key'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { type Client, seed, type TestCloud } from './cloud'
import { asSelfie, cropFace } from './faces'

/** What an officer reads off the card of 李晚晴. */
const CARD = {
  name: '李晚晴',
  idNumber: '11010519491231002X',
  address: '广州市南沙区港前大道北1号',
  ethnicity: '汉',
  cardValidity: 'long-term',
}

/**
 * Has an officer issue the identity of 李晚晴 to a phone: for tests of what a phone with an identity does, as no card is read and
 * no face compared.
 *
 * @param client the account on the phone
 */
export async function issueAtCounter(
  cloud: TestCloud,
  client: Client,
): Promise<{ readonly key: HolderKey; readonly audience: string }> {
  const officer = await employOfficer(cloud)
  const key = createHolderKey(seed())
  const begun = await ask<CounterBegun>(client, 'enrol', { action: 'counter-begin' })
  const { applicationId, audience, nonce } = begun
  const issuedAt = unixSeconds(Date.now())
  const proof = createProofOfPossession({ key, audience, nonce, issuedAt })
  const apply = { action: 'counter-apply', applicationId, proof }
  const { code } = await ask<CounterApplied>(client, 'enrol', apply)

  const { uploads } = await ask<CounterOpened>(officer, 'enrol', { action: 'counter-open', code })
  const photo = await asSelfie(await cropFace(0), 1)
  const portrait = await officer.upload(uploads.portrait, photo)
  const approve = { action: 'counter-approve', applicationId, ...CARD, portrait }
  await ask(officer, 'enrol', { ...approve, portraitDigest: photoDigest(photo) })
  await ask<EnrolIssued>(client, 'enrol', { action: 'counter-collect', applicationId })
  return { key, audience }
}

async function employOfficer(cloud: TestCloud): Promise<Client> {
  const { organisationId } = await ask<Onboarded>(cloud.operator, 'organisation', {
    action: 'onboard',
    name: { zh: '南沙政务服务中心', en: 'Nansha service hall' },
    scenarios: ['counter'],
    enrols: true,
    licenceExpiresAt: 2_000_000_000,
  })
  const invite = { action: 'invite', organisationId, role: 'clerk' }
  const { invitation } = await ask<Invited>(cloud.operator, 'organisation', invite)
  const officer = cloud.staff('officer')
  await ask(officer, 'organisation', { action: 'join', invitation, name: '陈警官' })
  return officer
}

async function ask<Result extends object>(client: Client, name: string, event: object): Promise<Result> {
  const answer: Answer<Result> = await client.call<Result>(name, event)
  if (!answer.ok) throw new Error(`${name} refused: ${answer.code}`)
  return answer
}

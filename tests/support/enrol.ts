import type { Act } from '@nansha/localcloud/specimen/act-face'
import type { Answer } from '@nansha/shared/api/answer'
import type { EnrolBegun, EnrolSubmitted, LivenessAsked } from '@nansha/shared/api/enrol'
import { CONSENT_VERSION } from '@nansha/shared/api/enrol'
import { createHolderKey, type HolderKey } from '@nansha/shared/keys/create-holder-key'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import sharp from 'sharp'
import { type Client, seed, type TestCloud } from './cloud'

/** Somebody as the specimen registry knows them. */
export interface Specimen {
  readonly name: string
  readonly idNumber: string
  /** JPEG, the registry's own portrait. */
  readonly portrait: Buffer
}

/** What a phone's cameras see. */
export interface Photos {
  readonly card: Buffer
  /** Whoever is before the front camera, doing as asked. JPEG. */
  readonly acting: (act: Act) => Promise<Buffer>
}

export async function registerSpecimen(
  cloud: TestCloud,
  { name, idNumber, portrait }: Specimen,
): Promise<void> {
  // An event holds 100 kB, so the portrait must be small.
  const small = await sharp(portrait).resize(480, 640, { fit: 'cover' }).jpeg({ quality: 85 }).toBuffer()
  const answer = await cloud.operator.call('specimen', {
    action: 'register',
    name,
    idNumber,
    portrait: small.toString('base64'),
    ethnicity: '汉',
    address: '广州市南沙区港前大道北1号',
  })
  if (!answer.ok) throw new Error(`The specimen registry refused: ${answer.code}`)
}

export async function begin(client: Client): Promise<EnrolBegun> {
  const answer = await client.call<EnrolBegun>('enrol', {
    action: 'begin',
    consent: { face: true, version: CONSENT_VERSION },
  })
  if (!answer.ok) throw new Error(`enrol refused to begin: ${answer.code}`)
  return answer
}

/** Films the person as asked, uploads the photos and words the submission, as the citizen app does. */
export async function prepare(
  client: Client,
  begun: EnrolBegun,
  who: Pick<Specimen, 'name' | 'idNumber'>,
  photos: Photos,
  key: HolderKey = createHolderKey(seed()),
) {
  return {
    action: 'submit' as const,
    enrolmentId: begun.enrolmentId,
    name: who.name,
    idNumber: who.idNumber,
    files: {
      card: await client.upload(begun.uploads.card, photos.card),
      frames: await film(client, begun, photos.acting),
    },
    proof: createProofOfPossession({
      key,
      audience: begun.audience,
      nonce: begun.nonce,
      issuedAt: Math.floor(Date.now() / 1000),
    }),
  }
}

async function film(client: Client, { enrolmentId, uploads }: EnrolBegun, acting: Photos['acting']) {
  const asked = await client.call<LivenessAsked>('enrol', { action: 'challenge', enrolmentId })
  if (!asked.ok) throw new Error(`enrol refused to ask: ${asked.code}`)
  const steps = ['look-straight', ...asked.actions] as const
  return Promise.all(
    steps.map(async (act, step) => ({
      fileId: await client.upload(uploads.frames + step, await acting(act)),
      step,
      at: 1000 + step * 1500,
    })),
  )
}

/** The whole enrolment of one phone. */
export async function enrol(
  client: Client,
  who: Pick<Specimen, 'name' | 'idNumber'>,
  photos: Photos,
  key: HolderKey = createHolderKey(seed()),
): Promise<Answer<EnrolSubmitted> & { readonly key: HolderKey; readonly audience: string }> {
  const begun = await begin(client)
  const answer = await client.call<EnrolSubmitted>('enrol', await prepare(client, begun, who, photos, key))
  return { ...answer, key, audience: begun.audience }
}

import { randomBytes, randomInt } from 'node:crypto'
import type { ReadCard } from '@nansha/core/clients/read-card'
import { createBlindIndex } from '@nansha/core/crypto/blind-index'
import { createNumberIndex } from '@nansha/core/crypto/number-index'
import { createPinHash } from '@nansha/core/crypto/pin-hash'
import type { CounterPorts } from '@nansha/core/enrol/counter/approve-application'
import type { ChildPorts } from '@nansha/core/enrol/counter/child/find-child'
import type { EnrolPorts } from '@nansha/core/enrol/enrol-ports'
import type { FaceMatch } from '@nansha/core/face/face-match'
import { photoDigest } from '@nansha/core/image/photo-digest'
import type { RegistryDecision } from '@nansha/core/records/decisions'
import type { ProvenHolder } from '@nansha/core/registry/document-registry'
import type { FilmingRegistry, PopulationRegistry } from '@nansha/core/registry/population-registry'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import type { GuardedChild } from '@nansha/shared/children/child-card'
import type { DrivingLicence } from '@nansha/shared/documents/driving-licence'
import type { SocialSecurityCard } from '@nansha/shared/documents/social-security-card'
import { NanshaError } from '@nansha/shared/errors'
import { IDENTITY_DOCUMENTS, type IdentityDocument } from '@nansha/shared/identity-document'
import { createHolderKey, type HolderKey } from '@nansha/shared/keys/create-holder-key'
import { createTestClock } from './clock'
import { deploymentPorts } from './deployment'
import { issuerSigner } from './issuer'
import { createKeptMemoryDatabase } from './kept-database'
import { createMemoryFiles, STORAGE_ROOT } from './memory-files'
import { RESIDENT } from './person'

export const newHolderKey = (): HolderKey => createHolderKey(randomBytes(48))

/** What the `face` function answers for a photo of the same person. */
export const SAME_PERSON: FaceMatch = {
  decision: 'match',
  score: 5.1,
  weakest: 4.2,
  distance: 0.38,
  similarity: 0.71,
  thresholds: { accept: 4, refer: 2 },
  models: { recognition: 'sha256' },
  portrait: Buffer.from('a portrait').toString('base64'),
}

const field = (value: string) => ({ value, confidence: 0.99, confirm: false })
const portraitFields = (idNumber: string) => ({
  number: field(idNumber),
  name: field(RESIDENT.name),
  ethnicity: field('汉'),
  address: field('广州市南沙区'),
})
const EMBLEM = { fields: { validUntil: field('2040-01-01') }, document: 'resident-id-card' }

/**
 * Enrolment without a cloud: records and files in memory, real keys, a clock to set, and people who say what a test tells
 * them to.
 *
 * @param start Unix milliseconds
 */
export function createEnrolPorts(start?: number) {
  const database = createKeptMemoryDatabase()
  const files = createMemoryFiles()
  const clock = createTestClock(start)
  const world = createAnswers()
  const ports: CounterPorts & ChildPorts & WalletPorts = {
    ...deploymentPorts(database, () => clock.now),
    files,
    storageRoot: async () => STORAGE_ROOT,
    randomInt,
    randomBytes,
    index: createBlindIndex(Buffer.alloc(32, 1)),
    numbers: createNumberIndex([Buffer.alloc(32, 7)]),
    logSubjects: createBlindIndex(Buffer.alloc(32, 8)),
    pins: createPinHash(Buffer.alloc(32, 9), { logN: 4, r: 8, p: 1 }),
    vetoWithinMs: 24 * 3600_000,
    wait: async (milliseconds) => void world.waits.push(milliseconds),
    signer: issuerSigner,
    onlineSigner: null,
    acceptSpecimens: true,
    verifySoter: null,
    alerts: null,
    readCard: (async (card, side) => {
      const photo = (await files.download(card)) ?? Buffer.alloc(0)
      const read = await world.card(side, String(photo))
      return { digest: photoDigest(photo), ...(read as object) }
    }) as ReadCard,
    matchFaces: () => world.faces(),
    checkLiveness: (...asked) => world.liveness(...asked),
    documents: {
      'driving-licence': { find: (holder) => world.licence(holder) },
      'social-security-card': { find: (holder) => world.socialSecurityCard(holder) },
    },
    household: { find: (guardian, child) => world.household(guardian, child) },
    makePortraitFrame: async () => new Uint8Array(100),
    lightChallenge: false,
    cropPortrait: async (photo, digest) => {
      const bytes = await files.download(photo)
      if (!bytes || photoDigest(bytes) !== digest)
        throw new NanshaError('IMAGE_MISSING', { which: 'portrait' })
      return Buffer.from('a portrait')
    },
    registry: {
      name: 'specimen',
      assurance: 'specimen',
      documents: Object.keys(IDENTITY_DOCUMENTS) as IdentityDocument[],
      compare: ({ name }) => world.registry(name),
    },
  }
  return { ports, clock, world, database, files, issuerJwk: issuerSigner.publicJwk }
}

/** What those who are asked answer; a test sets what it is about. */
function createAnswers() {
  const world = {
    /** Milliseconds that each refusal was held back. */
    waits: [] as number[],
    faces: async (): Promise<Awaited<ReturnType<EnrolPorts['matchFaces']>>> => SAME_PERSON,
    /** A liveness check that passes, on frames that resemble none before, with the match that `faces` says. */
    liveness: async (
      ...[{ frames }]: Parameters<EnrolPorts['checkLiveness']>
    ): ReturnType<EnrolPorts['checkLiveness']> => {
      const match = await world.faces()
      const fingerprints = frames.map(() => randomBytes(32).toString('base64url'))
      return { match, fingerprints }
    },
    /** @param idNumber what the photo shows: a card in memory is its number */
    card: async (side: string, idNumber: string): Promise<unknown> =>
      side === 'portrait' ? { fields: portraitFields(idNumber) } : EMBLEM,
    registry: async (_name: string): Promise<RegistryDecision> => 'confirmed',
    /** What the registries of documents know of whoever is asked for; nobody has one until a test says so. */
    licence: async (_holder: ProvenHolder): Promise<DrivingLicence | null> => null,
    /** What the register of households knows; nobody has a child until a test says so. */
    household: async (_guardian: ProvenHolder, _child: ProvenHolder): Promise<GuardedChild | null> => null,
    socialSecurityCard: async (_holder: ProvenHolder): Promise<SocialSecurityCard | null> => null,
  }
  return world
}

/** The same registry, where the platform films the person. */
export function filmedElsewhere(
  { name, compare }: PopulationRegistry,
  capture: FilmingRegistry['capture'],
): FilmingRegistry {
  return { name, compare, documents: ['resident-id-card'], assurance: 'platform-face', capture }
}

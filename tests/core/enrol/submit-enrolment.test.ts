import { FaceFault } from '@nansha/core/clients/face-answer'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { cancelEnrolment } from '@nansha/core/enrol/close-enrolment'
import { openFilming } from '@nansha/core/enrol/open-filming'
import { submitEnrolment } from '@nansha/core/enrol/submit-enrolment'
import { historyEntry } from '@nansha/core/history/citizen-event'
import type { CitizenEvent } from '@nansha/core/records/citizen-events'
import type { CitizenClaims } from '@nansha/core/records/citizens'
import { sweep } from '@nansha/core/sweep/sweep'
import { CONSENT_VERSION, type EnrolBegun } from '@nansha/shared/api/enrol'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { createEnrolPorts, filmedElsewhere, newHolderKey, SAME_PERSON } from '../../support/enrol-ports'
import { uploadPhotos } from '../../support/enrolled-citizen'
import { ISSUER } from '../../support/issuer'
import { queuedEntries } from '../../support/log'
import { STORAGE_ROOT } from '../../support/memory-files'

const alice = 'wxc:alice' as const
const mallory = 'wxc:mallory' as const
const NUMBER = '11010519491231002X'
type Account = typeof alice | typeof mallory

let cloud: ReturnType<typeof createEnrolPorts>
beforeEach(() => {
  cloud = createEnrolPorts()
})

const begin = (account: Account) =>
  beginEnrolment(cloud.ports, account, { action: 'begin', consent: { face: true, version: CONSENT_VERSION } })

const submission = async (
  account: Account,
  begun: EnrolBegun,
  changes: { readonly idNumber?: string } & Record<string, unknown> = {},
  key = newHolderKey(),
) => ({
  action: 'submit' as const,
  enrolmentId: begun.enrolmentId,
  name: '李明',
  idNumber: NUMBER,
  files: await uploadPhotos(cloud, account, begun, changes.idNumber),
  proof: createProofOfPossession({
    key,
    audience: begun.audience,
    nonce: begun.nonce,
    issuedAt: unixSeconds(cloud.clock.now),
  }),
  ...changes,
})

const enrol = async (account: Account, changes?: Parameters<typeof submission>[2], key = newHolderKey()) =>
  submitEnrolment(cloud.ports, account, await submission(account, await begin(account), changes, key))

const records = (name: string) => (cloud.database.dump()[name] ?? []) as unknown as Record<string, unknown>[]
/** What an enrolment leaves when it made nobody a citizen. */
const expectNothingKept = () => {
  expect(cloud.files.stored.size).toBe(0)
  for (const name of ['citizens', 'numberClaims', 'devices', 'credentials', 'events', 'issuanceLog']) {
    expect(records(name), name).toEqual([])
  }
}

describe('an enrolment', () => {
  it('makes a citizen, sealed, with a phone, a credential and a line in the log', async () => {
    const key = newHolderKey()
    expect(await enrol(alice, {}, key)).toEqual({
      credential: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+~/),
    })

    const [citizen] = records('citizens')
    const place = { collection: 'citizens', id: String(citizen?._id) }
    const { envelopes } = cloud.ports
    const claims = envelopes.openJson<CitizenClaims>({ ...place, field: 'claims' }, String(citizen?.claims))
    expect(claims).toMatchObject({ name: '李明', id_number: NUMBER, sex: 'female', birthdate: '1949-12-31' })
    expect(envelopes.open({ ...place, field: 'portrait' }, String(citizen?.portrait)).toString()).toBe(
      'a portrait',
    )
    expect(citizen?.consent).toEqual({ version: CONSENT_VERSION, at: new Date(cloud.clock.now) })

    const deviceId = keyThumbprint(key.publicJwk)
    const now = new Date(cloud.clock.now)
    expect(records('devices')).toMatchObject([
      {
        _id: deviceId,
        citizenId: citizen?._id,
        credentialId: citizen?.credentialId,
        account: alice,
        publicJwk: key.publicJwk,
        status: 'active',
        boundAt: now,
        faceAt: now,
        faceBy: 'specimen',
        lastSeenAt: now,
      },
    ])
    expect(citizen).toMatchObject({ account: alice, assurance: 'specimen', deviceId, enrolledAt: now })
    const numberIndex = citizen?.numberIndex
    expect(records('numberClaims')).toEqual([{ _id: numberIndex, citizenId: citizen?._id, claimedAt: now }])
    expect((records('events') as unknown as CitizenEvent[]).map(historyEntry)).toMatchObject([
      { kind: 'issued', at: cloud.clock.now / 1000 },
    ])
    expect(records('credentials')).toMatchObject([{ _id: citizen?.credentialId, status: 'valid' }])
    const consent = { version: CONSENT_VERSION, at: new Date(cloud.clock.now) }
    expect(records('decisions')).toMatchObject([
      {
        route: 'remote',
        account: alice,
        numberIndex: citizen?.numberIndex,
        at: new Date(cloud.clock.now),
        expiresAt: new Date(cloud.clock.now + 3 * 365 * 86_400_000),
        corrected: [],
        corrections: null,
        outcome: 'proven',
        frames: 5,
        faces: { score: SAME_PERSON.score },
        registry: { name: 'specimen', decision: 'confirmed' },
        consent,
      },
    ])
    expect(queuedEntries(cloud.database)).toMatchObject([{ event: 'issued' }])
    expect(cloud.files.stored.size).toBe(0)
  })

  it('leaves neither name nor number readable anywhere', async () => {
    await enrol(alice)
    const everything = JSON.stringify(cloud.database.dump())
    for (const secret of ['李明', NUMBER, '1949-12-31']) expect(everything).not.toContain(secret)
  })

  it('needs consent to the notice in force', async () => {
    for (const consent of [
      { face: false, version: CONSENT_VERSION },
      { face: true, version: '2020-01' },
    ]) {
      const refused = beginEnrolment(cloud.ports, alice, { action: 'begin', consent })
      await expect(refused).rejects.toMatchObject({ code: 'CONSENT_REQUIRED' })
    }
    expect(records('enrolments')).toEqual([])
  })

  it('is submitted once, even by two at the same time', async () => {
    const begun = await begin(alice)
    const submitted = await submission(alice, begun)
    const twice = [1, 2].map(() => submitEnrolment(cloud.ports, alice, submitted))
    const results = await Promise.allSettled(twice)
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = results.find(({ status }) => status === 'rejected')
    expect(refused).toMatchObject({ reason: { code: 'ENROLMENT_USED' } })
    expect(records('credentials')).toHaveLength(1)
  })

  it('belongs to the account that began it', async () => {
    const begun = await begin(alice)
    const stolen = await submission(alice, begun)
    await expect(submitEnrolment(cloud.ports, mallory, stolen)).rejects.toMatchObject({
      code: 'ENROLMENT_UNKNOWN',
    })
    await expect(cancelEnrolment(cloud.ports, mallory, begun.enrolmentId)).rejects.toMatchObject({
      code: 'ENROLMENT_UNKNOWN',
    })
    await expect(submitEnrolment(cloud.ports, alice, stolen)).resolves.toBeDefined()
  })

  it('times out', async () => {
    const late = await submission(alice, await begin(alice))
    cloud.clock.now += 15 * 60_000
    await expect(submitEnrolment(cloud.ports, alice, late)).rejects.toMatchObject({
      code: 'ENROLMENT_EXPIRED',
    })
  })

  it('is cancelled without a photo or a name left, as often as one likes', async () => {
    const begun = await begin(alice)
    await uploadPhotos(cloud, alice, begun)
    await cancelEnrolment(cloud.ports, alice, begun.enrolmentId)
    await cancelEnrolment(cloud.ports, alice, begun.enrolmentId)
    expectNothingKept()
    expect(records('enrolments')).toMatchObject([{ state: 'cancelled', reading: null, session: null }])
    const late = await submission(alice, await begin(alice), { enrolmentId: begun.enrolmentId })
    await expect(submitEnrolment(cloud.ports, alice, late)).rejects.toMatchObject({ code: 'ENROLMENT_USED' })
  })

  it('is swept also of what arrived after it was cancelled', async () => {
    const begun = await begin(alice)
    await cancelEnrolment(cloud.ports, alice, begun.enrolmentId)
    await cloud.files.upload(begun.uploads.selfie, Buffer.from('a face on its way'))
    cloud.clock.now += 26 * 60_000
    await sweep(cloud.ports)
    expectNothingKept()
    expect(records('enrolments')).toEqual([])
  })

  it('is one of few that an account may have open', async () => {
    for (let i = 0; i < 5; i++) await begin(alice)
    await expect(begin(alice)).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
    await expect(begin(mallory)).resolves.toBeDefined()
  })

  it('is one of few in a quarter of an hour, however many are cancelled', async () => {
    for (let i = 0; i < 20; i++) await cancelEnrolment(cloud.ports, alice, (await begin(alice)).enrolmentId)
    await expect(begin(alice)).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
    cloud.clock.now += 15 * 60_000
    await expect(begin(alice)).resolves.toBeDefined()
  })
})

describe('a submission that is wrong in itself', () => {
  const otherKey = newHolderKey()
  const proofOf = (changes: object) =>
    createProofOfPossession({
      key: otherKey,
      audience: ISSUER,
      nonce: 'x'.repeat(22),
      issuedAt: NOW,
      ...changes,
    })
  it.each([
    ['wrong check character', { idNumber: '110105194912310021' }, 'NUMBER_CHECKSUM'],
    ['a child', { idNumber: '110105202001010015' }, 'GUARDIAN_REQUIRED'],
    ['another nonce', { proof: proofOf({}) }, 'PROOF_INVALID'],
    ['no proof at all', { proof: 'a.b.c' }, 'PROOF_INVALID'],
    [
      'somebody else’s photos',
      { files: { card: 'cloud://test.bucket/enrolments/other/card', frames: [] } },
      'INPUT_INVALID',
    ],
  ])('%s: is refused by name and leaves nothing', async (_, changes, code) => {
    await expect(enrol(alice, changes)).rejects.toMatchObject({ code })
    expectNothingKept()
    // The challenge that was drawn; no try on the number.
    expect(records('attempts')).toMatchObject([{ failures: 1 }])
  })

  it('is not a way to delete somebody else’s photos', async () => {
    const victim = await begin(alice)
    const files = await uploadPhotos(cloud, alice, victim)
    await expect(enrol(mallory, { files })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    expect(cloud.files.stored.size).toBe(7)
  })
})

describe('photos that cannot be judged', () => {
  it.each([
    'FACE_NOT_FOUND',
    'FACE_MULTIPLE',
    'IMAGE_UNREADABLE',
    'IMAGE_TOO_LARGE',
    'IMAGE_MISSING',
  ] as const)('%s: says so, says which, does not count and leaves nothing', async (code) => {
    for (const which of ['probe', 'reference'] as const) {
      cloud.world.faces = () => Promise.reject(new FaceFault(code, { which }))
      for (let i = 0; i < 5; i++) {
        const refused = await enrol(alice).catch((error: unknown) => error)
        expect(refused).toMatchObject({ code })
        expect((refused as NanshaError).details).toStrictEqual({
          which: which === 'probe' ? 'selfie' : 'card',
        })
      }
    }
    expectNothingKept()
    cloud.world.faces = async () => SAME_PERSON
    await expect(enrol(alice)).resolves.toBeDefined()
  })
})

describe('the decision', () => {
  const faces = (decision: 'match' | 'refer' | 'no-match') => async () => ({ ...SAME_PERSON, decision })

  it('never rests on the card alone, nor on the registry alone', async () => {
    cloud.world.registry = async () => 'refused'
    await expect(enrol(alice)).rejects.toMatchObject({ code: 'PROOFING_RETRY' })
    cloud.world.registry = async () => 'confirmed'
    cloud.world.faces = faces('no-match')
    await expect(enrol(alice)).rejects.toMatchObject({ code: 'PROOFING_REFUSED' })
    expectNothingKept()
    expect(records('decisions').map(({ outcome }) => outcome)).toEqual(['refused', 'refused'])
  })

  it('asks once for another photo when unsure, then sends to the counter', async () => {
    cloud.world.faces = faces('refer')
    await expect(enrol(alice)).rejects.toMatchObject({ code: 'PROOFING_RETRY' })
    await expect(enrol(alice)).rejects.toMatchObject({ code: 'PROOFING_REFUSED' })
    expectNothingKept()
  })

  it('locks out an applicant refused three times, before any service is asked again', async () => {
    cloud.world.registry = async () => 'refused'
    for (let i = 0; i < 3; i++)
      await expect(enrol(alice)).rejects.toMatchObject({ code: expect.stringMatching(/^PROOFING_/) })
    let isAsked = false
    cloud.world.registry = async () => {
      isAsked = true
      return 'confirmed'
    }
    await expect(enrol(alice)).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
    expect(isAsked).toBe(false)
    expectNothingKept()
  })
})

describe('a service that is down', () => {
  it('gives “try later”, counts nothing, leaves nothing and never passes', async () => {
    const down = () => Promise.reject(new NanshaError('SERVICE_UNAVAILABLE'))
    for (let i = 0; i < 5; i++) {
      cloud.world.registry = down
      await expect(enrol(alice)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
    }
    cloud.world.registry = async () => 'confirmed'
    cloud.world.faces = down
    await expect(enrol(alice)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
    expectNothingKept()
    cloud.world.faces = async () => SAME_PERSON
    await expect(enrol(alice)).resolves.toBeDefined()
  })

  it('costs nobody a credential when photos cannot be deleted: the sweep deletes them', async () => {
    const { remove } = cloud.files
    cloud.files.remove = () => Promise.reject(new Error('storage is down'))
    await expect(enrol(alice)).resolves.toHaveProperty('credential')
    cloud.files.remove = remove
    expect(cloud.files.stored.size).toBeGreaterThan(0)
    cloud.clock.now += 26 * 60_000
    await sweep(cloud.ports)
    expect(cloud.files.stored.size).toBe(0)
  })

  it('keeps a selfie until the registry has answered, where the platform films', async () => {
    const session = { verifyId: 'v', serial: 's', subject: 'x' }
    const capture = { open: async () => session, query: () => expect.unreachable() }
    cloud.ports = { ...cloud.ports, registry: filmedElsewhere(cloud.ports.registry, capture) }
    const begun = await begin(alice)
    const files = {
      card: STORAGE_ROOT + begun.uploads.card,
      selfie: await cloud.files.upload(begun.uploads.selfie, Buffer.from('selfie')),
    }
    const submitted = { ...(await submission(alice, begun)), files }
    const film = { action: 'film', name: '李明', idNumber: NUMBER } as const
    await openFilming(cloud.ports, alice, { ...film, enrolmentId: begun.enrolmentId })
    let stored = -1
    cloud.world.registry = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      stored = cloud.files.stored.size
      throw new NanshaError('SERVICE_UNAVAILABLE')
    }
    await expect(submitEnrolment(cloud.ports, alice, submitted)).rejects.toBeInstanceOf(NanshaError)
    expect(stored).toBe(8)
    expectNothingKept()
  })

  it('is not asked about a selfie that was never uploaded, nor forgiven the filming when unsure', async () => {
    const session = { verifyId: 'v', serial: 's', subject: 'x' }
    const capture = { open: async () => session, query: () => expect.unreachable() }
    cloud.ports = { ...cloud.ports, registry: filmedElsewhere(cloud.ports.registry, capture) }
    const film = async (selfie?: string) => {
      const begun = await begin(alice)
      const submitted = await submission(alice, begun)
      if (selfie !== undefined) await cloud.files.upload(begun.uploads.selfie, Buffer.from(selfie))
      const filmed = { action: 'film', name: '李明', idNumber: NUMBER } as const
      await openFilming(cloud.ports, alice, { ...filmed, enrolmentId: begun.enrolmentId })
      const files = {
        card: STORAGE_ROOT + begun.uploads.card,
        selfie: STORAGE_ROOT + begun.uploads.selfie,
      }
      return submitEnrolment(cloud.ports, alice, { ...submitted, files })
    }
    cloud.world.registry = () => expect.unreachable()
    await expect(film()).rejects.toMatchObject({ code: 'IMAGE_MISSING', details: { which: 'selfie' } })
    cloud.world.registry = async () => 'unsure'
    await expect(film('selfie')).rejects.toMatchObject({ code: 'PROOFING_RETRY' })
    const tries = records('attempts').map(({ failures }) => failures)
    // Two guided challenges, which the helper draws, and two filmings; one try on that number, and in all.
    expect(tries.sort()).toEqual([1, 1, 4])
    expect(records('decisions')).toMatchObject([
      { outcome: 'unsure', frames: 0, registry: { name: 'specimen', decision: 'unsure' } },
    ])
  })
})

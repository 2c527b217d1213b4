import { randomBytes } from 'node:crypto'
import { FaceFault } from '@nansha/core/clients/face-answer'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { checkSelfie } from '@nansha/core/enrol/check-selfie'
import type { EnrolPorts } from '@nansha/core/enrol/enrol-ports'
import { readCard } from '@nansha/core/enrol/read-card'
import { photoDigest } from '@nansha/core/image/photo-digest'
import { CONSENT_VERSION } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createEnrolPorts, SAME_PERSON } from '#support/enrol-ports'
import { RESIDENT_NUMBER, readSides, submitPhotos, uploadFrames } from '#support/enrolled-citizen'
import { STORAGE_ROOT } from '#support/memory-files'

const mallory = 'wxc:mallory' as const
/** Who a picture shows; nobody can be made out on a blurred one. */
const WHO = ['mallory', 'victim', 'blurred'] as const
type Who = (typeof WHO)[number]
const who = fc.constantFrom(...WHO)
/** What an account can do in an enrolment before it submits. */
const act = fc.oneof(
  fc.record({ do: fc.constant('film' as const), who }),
  fc.record({ do: fc.constant('check' as const) }),
  fc.record({ do: fc.constant('exchange-frame' as const), who, at: fc.nat(4) }),
  fc.record({ do: fc.constant('read-card' as const), who }),
  fc.record({ do: fc.constant('exchange-card' as const), who }),
  fc.record({ do: fc.constant('fail-next-look' as const) }),
)
type Deed = typeof act extends fc.Arbitrary<infer T> ? T : never

const ownerOf = (picture: string) => picture.split(' ')[0] as Who

/** An enrolment in which all that `face` and the registry saw is written down. */
async function openWorld() {
  const cloud = createEnrolPorts()
  const looks: { readonly frames: readonly string[]; readonly card: string }[] = []
  const shown: string[] = []
  let fails = false
  const open = async ({ fileId, digest }: { fileId: string; digest?: string }, which: object) => {
    const bytes = await cloud.files.download(fileId)
    if (!bytes || photoDigest(bytes) !== digest) throw new FaceFault('IMAGE_MISSING', which)
    return String(bytes)
  }
  cloud.world.liveness = async ({ frames }, reference) => {
    const isFailing = fails
    fails = false
    if (isFailing) throw new NanshaError('SERVICE_UNAVAILABLE')
    const seen = await Promise.all(frames.map((frame, step) => open(frame, { step })))
    if (seen.some((frame) => ownerOf(frame) === 'blurred')) throw new FaceFault('FACE_BLURRED', { step: 0 })
    const card = await open(reference, { which: 'reference' })
    if (ownerOf(card) === 'blurred') throw new FaceFault('FACE_NOT_FOUND', { which: 'reference' })
    looks.push({ frames: seen, card })
    const isSame = seen.every((frame) => ownerOf(frame) === ownerOf(card))
    const fingerprints = frames.map(() => randomBytes(32).toString('base64url'))
    return { match: { ...SAME_PERSON, decision: isSame ? 'match' : 'no-match' }, fingerprints }
  }
  const { card } = cloud.world
  cloud.world.card = (side) => card(side, RESIDENT_NUMBER)
  const compare: EnrolPorts['registry']['compare'] = async ({ photos }) => {
    shown.push(String(await photos.shown()))
    return 'confirmed'
  }
  cloud.ports = { ...cloud.ports, registry: { ...cloud.ports.registry, compare } as EnrolPorts['registry'] }
  const failNext = () => {
    fails = true
  }
  return { cloud, looks, shown, failNext }
}

/** Mallory's phone, in an enrolment in which a film and both sides of a card were given. */
async function openPhone({ cloud, failNext }: Awaited<ReturnType<typeof openWorld>>) {
  const consent = { face: true, version: CONSENT_VERSION }
  const begun = await beginEnrolment(cloud.ports, mallory, { action: 'begin', consent })
  const { enrolmentId, uploads } = begun
  const card = await readSides(cloud, mallory, begun, 'mallory card')
  let serial = 0
  /** What the card that was read last shows, and the frames that were named last. */
  const given = { read: 'mallory card', named: [] as string[] }
  let frames: string[] = []
  const put = (path: string, text: string) => cloud.files.upload(path, Buffer.from(text))
  const film = async (person: Who) => {
    const named: string[] = []
    frames = await uploadFrames(cloud, mallory, begun, ({ request }) => {
      named.push(`${person} ${request} ${serial++}`)
      return named.at(-1) as string
    })
    given.named = named
  }
  const perform = async (deed: Deed) => {
    if (deed.do === 'film') return film(deed.who)
    if (deed.do === 'check') return checkSelfie(cloud.ports, mallory, enrolmentId)
    if (deed.do === 'fail-next-look') return failNext()
    const picture = `${deed.who} ${serial++}`
    if (deed.do === 'exchange-card') return put(uploads.card, picture)
    if (deed.do === 'exchange-frame')
      return put((frames[deed.at] as string).slice(STORAGE_ROOT.length), picture)
    await put(uploads.card, picture)
    await readCard(cloud.ports, mallory, { action: 'read-card', enrolmentId, side: 'portrait', card })
    given.read = picture
  }
  await film('mallory')
  return { given, perform, submit: () => submitPhotos(cloud, mallory, begun, { files: { card, frames } }) }
}

/** @returns what is answered, or nothing for a refusal; anything but a refusal is a fault */
const orRefused = <T>(work: Promise<T>) =>
  work.catch((error: unknown) => {
    expect(error).toBeInstanceOf(NanshaError)
    return undefined
  })

it('whatever is exchanged, repeated or read in between, who is issued an ID was seen, with the card that was read last', async () => {
  let issued = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 9 }), async (deeds) => {
      const world = await openWorld()
      const { given, perform, submit } = await openPhone(world)
      for (const deed of deeds) await orRefused(perform(deed))
      const answer = await orRefused(submit())
      const { cloud, looks, shown } = world
      expect(cloud.files.stored.size).toBe(0)
      expect(cloud.database.dump().citizens ?? []).toHaveLength(answer ? 1 : 0)
      if (!answer) return
      issued++
      const { named, read } = given
      expect(looks).toContainEqual({ frames: named, card: read })
      expect(new Set([...named, read, ...shown].map(ownerOf)).size).toBe(1)
      expect(named).toEqual(expect.arrayContaining(shown))
    }),
    { numRuns: 150 },
  )
  expect(issued).toBeGreaterThan(5)
})

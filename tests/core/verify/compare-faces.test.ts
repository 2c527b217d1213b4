import { FaceFault } from '@nansha/core/clients/face-answer'
import type { MatchFaces } from '@nansha/core/clients/match-faces'
import type { FaceMatch } from '@nansha/core/face/face-match'
import { CITIZENS } from '@nansha/core/records/citizens'
import { comparisonPath } from '@nansha/core/records/comparison-files'
import { FACE_COMPARISONS } from '@nansha/core/records/face-comparisons'
import { USES } from '@nansha/core/records/uses'
import { beginComparison, compareFaces } from '@nansha/core/verify/compare-faces'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryFiles, STORAGE_ROOT } from '#support/memory-files'
import { CLERK, createWorld, OTHER_CLERK, PORTRAIT, type World } from '#support/world'

let world: World
let files: ReturnType<typeof createMemoryFiles>
/** What the function `face` was given: the photo and the reference. */
let looked: (string | undefined)[]
let decision: FaceMatch['decision'] | FaceFault
let during: () => Promise<unknown>

beforeEach(async () => {
  world = await createWorld()
  files = createMemoryFiles()
  looked = []
  decision = 'match'
  during = async () => {}
})

const matchFaces: MatchFaces = async (probes, reference) => {
  for (const { fileId } of [...probes, reference]) looked.push((await files.download(fileId))?.toString())
  await during()
  if (decision instanceof FaceFault) throw decision
  return { decision } as FaceMatch
}
const ports = () => ({ ...world.ports, files, storageRoot: async () => STORAGE_ROOT, matchFaces })
const shown = async () => {
  const ticket = world.show(await world.giveHandle())
  return (await verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })).useId
}
const begin = (useId: string, account: typeof CLERK | typeof OTHER_CLERK = CLERK) =>
  beginComparison(world.ports, account, useId)
const photographed = async (useId: string) => {
  const { comparison, upload } = await begin(useId)
  return { comparison, photo: await files.upload(upload, Buffer.from('the person')) }
}
const compare = (
  given: { comparison: string; photo: string },
  account: typeof CLERK | typeof OTHER_CLERK = CLERK,
) => compareFaces(ports(), account, given)

describe('comparing a face at the desk', () => {
  it.each([
    ['match', 'same'],
    ['refer', 'not-sure'],
    ['no-match', 'different'],
  ] as const)(
    'tells the clerk of a %s: %s, leaves the decision open and keeps no picture',
    async (found, answer) => {
      decision = found
      const useId = await shown()
      expect(await compare(await photographed(useId))).toEqual({ answer })
      expect(looked).toEqual(['the person', PORTRAIT.toString()])
      expect(files.stored.size).toBe(0)
      expect(await world.database.in(USES).get(useId)).toMatchObject({ state: 'shown', faces: answer })
      expect(await confirmUse(world.ports, CLERK, { useId, portraitMatches: answer !== 'same' })).toEqual({
        verdict: answer !== 'same' ? 'accepted' : 'refused',
      })
    },
  )

  it.each([
    [new FaceFault('FACE_BLURRED', { which: 'probe' }), 'FACE_BLURRED'],
    [new FaceFault('FACE_NOT_FOUND', { which: 'reference' }), 'SERVICE_UNAVAILABLE'],
  ])('keeps no picture when one cannot be judged', async (fault, code) => {
    decision = fault
    const photo = await photographed(await shown())
    await expect(compare(photo)).rejects.toMatchObject({ code })
    expect(files.stored.size).toBe(0)
  })

  it('takes three photos of one check, however many are asked for at once', async () => {
    const useId = await shown()
    const begun = await Promise.allSettled(Array.from({ length: 5 }, () => begin(useId)))
    expect(begun.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ])
    await expect(begin(useId)).rejects.toMatchObject({ code: 'TOO_MANY_COMPARISONS' })
  })

  it('takes sixty photos of one clerk within an hour, and the next when the first is an hour old', async () => {
    const first = await shown()
    await begin(first)
    world.clock.now += 60_000
    await begin(first)
    await begin(first)
    for (let check = 1; check < 20; check++) {
      const useId = await shown()
      for (let photo = 0; photo < 3; photo++) await begin(useId)
    }
    const next = await shown()
    const codes = await Promise.all([1, 2].map(() => begin(next).catch(({ code }) => code)))
    expect(codes).toEqual(['TOO_MANY_COMPARISONS', 'TOO_MANY_COMPARISONS'])
    world.clock.now += 3_600_000 - 60_000 - 1
    const open = await shown()
    await expect(begin(open)).rejects.toMatchObject({ code: 'TOO_MANY_COMPARISONS' })
    world.clock.now += 1
    await begin(open)
    await expect(begin(open)).rejects.toMatchObject({ code: 'TOO_MANY_COMPARISONS' })
  })

  it('is written down as begun, and of which check', async () => {
    const useId = await shown()
    const { comparison, upload } = await begin(useId)
    expect(upload).toBe(comparisonPath(comparison))
    const expiresAt = new Date(world.clock.now + 5 * 60_000)
    const record = { _id: comparison, staff: CLERK, useId, isSpent: false, expiresAt }
    expect(world.database.dump().faceComparisons).toEqual([record])
  })

  it('compares nothing that was forgotten meanwhile', async () => {
    const { comparison, photo } = await photographed(await shown())
    const storageRoot = async () => {
      await world.database.in(FACE_COMPARISONS).remove(comparison)
      return STORAGE_ROOT
    }
    const asked = compareFaces({ ...ports(), storageRoot }, CLERK, { comparison, photo })
    await expect(asked).rejects.toMatchObject({ code: 'USE_EXPIRED' })
    expect(looked).toEqual([])
    expect(files.stored.size).toBe(0)
  })

  it('compares one photo once', async () => {
    const photo = await photographed(await shown())
    await compare(photo)
    await files.upload(comparisonPath(photo.comparison), Buffer.from('somebody else'))
    await expect(compare(photo)).rejects.toMatchObject({ code: 'USE_EXPIRED' })
    expect(files.stored.size).toBe(0)
  })

  it('is for the clerk whose check is open', async () => {
    const useId = await shown()
    await expect(begin(useId, OTHER_CLERK)).rejects.toMatchObject({ code: 'USE_UNKNOWN' })
    await expect(compare(await photographed(useId), OTHER_CLERK)).rejects.toMatchObject({
      code: 'USE_UNKNOWN',
    })
    await expect(compare({ comparison: 'never-begun', photo: 'a' })).rejects.toMatchObject({
      code: 'USE_UNKNOWN',
    })
    expect(looked).toEqual([])
  })

  it('takes the photo within five minutes', async () => {
    const photo = await photographed(await shown())
    const late = await photographed(await shown())
    world.clock.now += 5 * 60_000 - 1
    expect(await compare(photo)).toEqual({ answer: 'same' })
    world.clock.now += 1
    await expect(compare(late)).rejects.toMatchObject({ code: 'USE_EXPIRED' })
    expect(files.stored.size).toBe(0)
  })

  it('compares nobody who deleted their identity meanwhile', async () => {
    const photo = await photographed(await shown())
    await world.database.in(CITIZENS).remove('citizen')
    await expect(compare(photo)).rejects.toMatchObject({ code: 'CREDENTIAL_REVOKED' })
    expect(looked).toEqual([])
    expect(files.stored.size).toBe(0)
  })

  it('looks at no other file than the one it named', async () => {
    const { comparison } = await photographed(await shown())
    const photo = await files.upload('enrolments/e1/selfie', Buffer.from('somebody else'))
    await expect(compare({ comparison, photo })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      details: { field: 'photo' },
    })
    expect([...files.stored.keys()]).toEqual(['enrolments/e1/selfie'])
    expect(looked).toEqual([])
  })

  it('ends with the decision, the licence, the credential and the time of the check', async () => {
    const useId = await shown()
    const photo = await photographed(useId)
    await world.setCredential({ status: 'frozen' })
    await expect(begin(useId)).rejects.toMatchObject({ code: 'CREDENTIAL_FROZEN' })
    await world.setCredential({ status: 'valid' })
    await world.setOrganisation({ scenarios: ['gate'] })
    await expect(begin(useId)).rejects.toMatchObject({ code: 'STAFF_NOT_ENTITLED' })
    await expect(compare(photo)).rejects.toMatchObject({ code: 'STAFF_NOT_ENTITLED' })
    await world.setOrganisation({ scenarios: ['hotel'] })
    world.clock.now += 10 * 60_000 + 1
    await expect(begin(useId)).rejects.toMatchObject({ code: 'USE_EXPIRED' })
    world.clock.now -= 10 * 60_000
    await confirmUse(world.ports, CLERK, { useId, portraitMatches: true })
    await expect(begin(useId)).rejects.toMatchObject({ code: 'USE_DECIDED' })
    expect(files.stored.size).toBe(0)
  })

  it('tells nothing when the clerk has decided meanwhile', async () => {
    const useId = await shown()
    const photo = await photographed(useId)
    during = () => confirmUse(world.ports, CLERK, { useId, portraitMatches: true })
    await expect(compare(photo)).rejects.toMatchObject({ code: 'USE_DECIDED' })
    expect(files.stored.size).toBe(0)
  })
})

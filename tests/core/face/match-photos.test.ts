import { matchPhotos } from '@nansha/core/face/match-photos'
import { MODEL_HASHES } from '@nansha/core/face/model-files'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { testEngine } from '../../support/face-models'
import { asSelfie, cropFace, emptyRoom, onCard, SAME_PERSON, sideBySide } from '../../support/faces'

const match = async (probe: Buffer, reference: Buffer) => matchPhotos(await testEngine(), [probe], reference)

it('matchPhotos matches one person in two different photos', async () => {
  const [here, there] = await Promise.all(SAME_PERSON.map(cropFace))
  expect(await match(here as Buffer, there as Buffer)).toMatchObject({
    decision: 'match',
    models: MODEL_HASHES,
  })
})

it('matchPhotos finds the small portrait on a photo of a whole card', async () => {
  const portrait = await cropFace(0)
  expect((await match(await asSelfie(portrait, 7), await onCard(portrait))).decision).toBe('match')
})

it('matchPhotos is not taken in by an upside-down face on a card that lost its orientation', async () => {
  const [here, there] = await Promise.all(SAME_PERSON.map(cropFace))
  const card = await onCard(here as Buffer)
  for (const degrees of [90, 180]) {
    const turned = await sharp(card).rotate(degrees).toBuffer()
    expect((await match(there as Buffer, turned)).decision, `${degrees}°`).toBe('match')
  }
})

it('matchPhotos never accepts a different person', async () => {
  const reference = await cropFace(0)
  for (const other of [1, 3, 8]) {
    const { decision, score } = await match(await cropFace(other), reference)
    expect(decision, `person ${other}, score ${score}`).toBe('no-match')
  }
})

it('matchPhotos matches nobody when one of several photos shows somebody else', async () => {
  const [here, there] = await Promise.all(SAME_PERSON.map(cropFace))
  const probes = [there as Buffer, await asSelfie(there as Buffer, 3)]
  const engine = await testEngine()
  const { decision, score } = await matchPhotos(engine, probes, here as Buffer)
  expect(decision).toBe('match')
  const mixed = await matchPhotos(engine, [...probes, await cropFace(0)], here as Buffer)
  expect(mixed.decision).toBe('no-match')
  expect(mixed.weakest).toBeLessThan(mixed.score)
  expect(mixed.score).toBeLessThan(score)
})

it('matchPhotos answers with an upright portrait of the live photo', async () => {
  const portrait = await cropFace(2)
  const lyingDown = await sharp(portrait).rotate(90).toBuffer()
  const result = await match(lyingDown, portrait)
  const webp = Buffer.from(result.portrait, 'base64')
  expect(await sharp(webp).metadata()).toMatchObject({ format: 'webp', width: 240, height: 320 })
  expect(webp.length).toBeLessThanOrEqual(20 * 1024)
  const again = await match(webp, portrait)
  expect(again.decision).toBe('match')
})

it.each([
  ['FACE_NOT_FOUND', () => emptyRoom()],
  ['FACE_MULTIPLE', async () => sideBySide(await cropFace(0), await cropFace(1))],
  ['IMAGE_UNREADABLE', async () => Buffer.from('not a picture')],
])('matchPhotos says %s, and of which photo', async (code, bad) => {
  const good = await cropFace(0)
  await expect(match(await bad(), good)).rejects.toMatchObject({ code, details: { which: 'probe' } })
  await expect(match(good, await bad())).rejects.toMatchObject({ code, details: { which: 'reference' } })
})

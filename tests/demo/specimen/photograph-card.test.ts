import { project } from '@nansha/shared/geometry/projection'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { cardToPhoto, photoToCard } from '#demo/specimen/card-projection'
import { SHOT_NAMES, shotNamed } from '#demo/specimen/card-shots'
import { drawCard } from '#demo/specimen/draw-card'
import { drawPlaceholderPortrait } from '#demo/specimen/draw-portrait'
import { PLAIN_SHOT, photographCard } from '#demo/specimen/photograph-card'
import { seededRandom } from '#demo/specimen/seeded-random'
import { SPECIMEN_PEOPLE } from '#demo/specimen/specimen-people'

let card: Buffer

beforeAll(async () => {
  const [person] = SPECIMEN_PEOPLE
  if (!person) throw new Error('no specimen person')
  card = await drawCard(person, await drawPlaceholderPortrait(seededRandom(1)))
})

test('photographCard gives the same photo for the same seed, and another for another', async () => {
  const photo = (seed: number) =>
    photographCard(card, { ...PLAIN_SHOT, width: 320, height: 240 }, seededRandom(seed))
  expect((await photo(5)).equals(await photo(5))).toBe(true)
  expect((await photo(5)).equals(await photo(6))).toBe(false)
})

describe.each(SHOT_NAMES)('photographCard in a shot called %s', (name) => {
  test.each([1, 2, 3, 4, 5])('keeps the whole card in the photo (seed %i)', (seed) => {
    const shot = shotNamed(name, seededRandom(seed))
    const toPhoto = cardToPhoto(shot)
    for (const [x, y] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const [u, v] = project(toPhoto, [x, y])
      expect(u).toBeGreaterThan(0)
      expect(u).toBeLessThan(shot.width)
      expect(v).toBeGreaterThan(0)
      expect(v).toBeLessThan(shot.height)
      const [backX, backY] = project(photoToCard(shot), [u, v])
      expect(backX).toBeCloseTo(x, 9)
      expect(backY).toBeCloseTo(y, 9)
    }
  })
})

test('photographCard draws the desk outside the card and the card inside', async () => {
  const shot = { ...PLAIN_SHOT, width: 320, height: 240, desk: 'dark' as const, noise: 0 }
  const photo = await photographCard(card, shot, seededRandom(1))
  const raw = await sharp(photo).raw().toBuffer()
  const brightness = (u: number, v: number) => raw[(v * 320 + u) * 3 + 1] ?? 0
  expect(brightness(5, 5)).toBeLessThan(70)
  expect(brightness(160, 70)).toBeGreaterThan(180)
})

test('photographCard refuses an unknown shot', () => {
  expect(() => shotNamed('sideways', seededRandom(1))).toThrow('no shot is called sideways')
})

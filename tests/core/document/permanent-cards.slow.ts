import { expect, test } from 'vitest'
import { SHOT_NAMES } from '#demo/specimen/card-shots'
import { expectPermanent, readPermanentEmblem } from '#support/read-permanent-card'

// Every shot of which permanent-cards.test.ts has a few.

/** In low light one of two thin letters is lost: the holder confirms every name (docs/limits.md). */
const MISREAD: Readonly<Record<string, { readonly name: string }>> = { lowLight: { name: "O'NEILL, LIY" } }

test.each(SHOT_NAMES)('the card of a foreign permanent resident is read: %s', async (shot) => {
  await expectPermanent({ name: "O'NEILL, LILY", chineseName: '' }, shot, MISREAD[shot])
  const { document } = await readPermanentEmblem(shot)
  expect(document).toBe('permanent-resident-card')
})

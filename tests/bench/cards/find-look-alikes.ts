import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Photo } from '@nansha/core/document/text/photo'
import { recogniseText } from '@nansha/core/document/text/recognise-text'
import type { Recogniser } from '@nansha/core/document/text/run-recogniser'
import { project } from '@nansha/shared/geometry/projection'
import { isHan } from '@nansha/shared/plain-text'
import sharp from 'sharp'
import { cardToPhoto } from '#demo/specimen/card-projection'
import { blankCard } from '#demo/specimen/card-surface'
import { PLAIN_SHOT, photographCard } from '#demo/specimen/photograph-card'
import { seededRandom } from '#demo/specimen/seeded-random'
import { openLocalReader } from '../../support/open-local-reader'

const { values } = parseArgs({ options: { json: { type: 'string' } } })
if (!values.json) {
  console.error(
    'usage: npm run bench:look-alikes -- --json FILE   (the table of core/document/fields/look-alikes.json)',
  )
  process.exit(2)
}

/** Below this nobody believes the character anyway. */
const WORTH_NOTING = 0.5
const FRAME = '广东省广州市南沙区大道村镇街路号栋单元室房人民建国中新'
const SIZE = 0.05
const ROWS = 8
/** Share of the card's width that a character of this size takes. */
const ADVANCE = (SIZE * 807) / 1280

/** The characters of GB 2312 that the net has no class for. */
function unknownTo({ characters }: Recogniser): string[] {
  const known = new Set(characters)
  const gb = new TextDecoder('gb18030')
  const all: string[] = []
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) all.push(gb.decode(Uint8Array.of(row, cell)))
  }
  return all.filter((character) => isHan(character) && !known.has(character))
}

const random = seededRandom(5)
const familiar = () => FRAME[Math.floor(random() * FRAME.length)] ?? ''
const { recogniser } = await openLocalReader()
const rows: string[] = []
const unknown = unknownTo(recogniser)
// Three to a row, each between characters that the net knows.
for (let i = 0; i < unknown.length; i += 3) {
  const row = unknown.slice(i, i + 3).map((character) => familiar() + familiar() + character)
  rows.push(row.join('') + familiar() + familiar())
}
const surest: Record<string, number> = {}
for (let i = 0; i < rows.length; i += ROWS) {
  const batch = rows.slice(i, i + ROWS)
  const surface = blankCard()
  for (const [k, row] of batch.entries()) surface.write(row, 0.1, 0.1 + k * 0.1, SIZE)
  const card = await surface.canvas.encode('png')
  for (const blur of [0, 0.7, 1.2]) {
    const shot = { ...PLAIN_SHOT, blur, noise: 3 }
    const jpeg = await photographCard(card, shot, random)
    const { data, info } = await sharp(jpeg).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    await note({ width: info.width, height: info.height, data }, batch)
  }
}
const sorted = Object.entries(surest).sort(([, a], [, b]) => b - a)
await writeFile(values.json, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
console.log(`${unknown.length} characters unknown to the net look like ${sorted.length} that it knows`)

/** Reads the rows, and keeps what stands in the place of an unknown character. */
async function note(photo: Photo, batch: readonly string[]): Promise<void> {
  const toPhoto = cardToPhoto(PLAIN_SHOT)
  const boxes = batch.map((row, k) => {
    const [left, right, y] = [0.1 - 0.01, 0.1 + [...row].length * ADVANCE + 0.01, 0.1 + k * 0.1]
    const corner = (x: number, dy: number) => project(toPhoto, [x, y + dy])
    return {
      quad: [corner(left, -0.037), corner(right, -0.037), corner(right, 0.037), corner(left, 0.037)] as const,
    }
  })
  for (const [k, line] of (await recogniseText(recogniser, photo, boxes)).entries()) {
    const printed = [...(batch[k] ?? '')]
    const width = printed.length * ADVANCE + 0.02
    for (const { character, probability, at } of line.glyphs) {
      const truth = printed[Math.floor((at * width - 0.01) / ADVANCE)]
      if (truth === undefined || recogniser.characters.includes(truth) || probability < WORTH_NOTING) continue
      surest[character] = Math.max(surest[character] ?? 0, Math.round(probability * 1000) / 1000)
    }
  }
}

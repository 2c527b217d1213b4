import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { openScannerPage, type ScannerPage } from '../../support/scanner-page'
import type { Picture } from './camera'
import { CLASSES } from './classes'
import { seeded } from './seeded'

export interface ClassesOptions {
  /** Pictures of each class. */
  readonly trials: number
  /** A folder of photographs, read in place of the drawn pictures; each folder in it is a class. */
  readonly photos: string | undefined
}

interface Subject {
  readonly group: string
  readonly file: Uint8Array
  /** What is in it; of a photograph any code counts. */
  readonly texts: readonly string[] | undefined
}

interface Score {
  readonly codes: number
  readonly kit: number
  readonly defaults: number
}
const NONE: Score = { codes: 0, kit: 0, defaults: 0 }

/** Compares what the kit reads, over all its looks, with zxing-wasm's defaults at the picture's own size. */
export async function benchClasses({ trials, photos }: ClassesOptions): Promise<void> {
  const scanner = await openScannerPage()
  const scores = new Map<string, Score>()
  let all = NONE
  for await (const subject of photos === undefined ? drawn(trials) : photographs(photos)) {
    const score = await judge(scanner, subject)
    scores.set(subject.group, sum(scores.get(subject.group), score))
    all = sum(all, score)
  }
  await scanner.close()
  print(scores.set('all', all))
}

function sum(one = NONE, other: Score): Score {
  return {
    codes: one.codes + other.codes,
    kit: one.kit + other.kit,
    defaults: one.defaults + other.defaults,
  }
}

async function judge(scanner: ScannerPage, { file, texts }: Subject): Promise<Score> {
  const kit = new Set((await scanner.readLooks(file)).flat())
  const defaults = new Set(await scanner.readByDefaults(file))
  const count = (seen: ReadonlySet<string>) =>
    texts ? texts.filter((text) => seen.has(text)).length : Math.min(1, seen.size)
  return { codes: texts?.length ?? 1, kit: count(kit), defaults: count(defaults) }
}

async function* drawn(trials: number): AsyncGenerator<Subject> {
  for (const [place, [group, make]] of Object.entries(CLASSES).entries()) {
    for (let trial = 0; trial < trials; trial++) {
      const { picture, texts } = make(seeded(place * 1009 + trial))
      yield { group, file: await encodePicture(picture), texts }
    }
  }
}

async function* photographs(folder: string): AsyncGenerator<Subject> {
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    if (!/\.(png|jpe?g|webp)$/i.test(name)) continue
    yield { group: path.dirname(name), file: await readFile(path.join(folder, name)), texts: undefined }
  }
}

function encodePicture({ size, pixels }: Picture): Promise<Buffer> {
  const bytes = Uint8Array.from(pixels, (grey) => Math.max(0, Math.min(255, Math.round(grey))))
  const raw = { width: size, height: size, channels: 1 } as const
  return sharp(bytes, { raw }).png({ compressionLevel: 1 }).toBuffer()
}

function print(scores: ReadonlyMap<string, Score>): void {
  console.log('| class | codes | zxing-wasm defaults | the kit |\n|---|---|---|---|')
  for (const [name, { codes, kit, defaults }] of scores) {
    const rate = (count: number) => `${((100 * count) / codes).toFixed(0)} %`
    console.log(`| ${name} | ${codes} | ${rate(defaults)} | ${rate(kit)} |`)
  }
}

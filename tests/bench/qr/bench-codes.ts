import { readFile, writeFile } from 'node:fs/promises'
import { encode } from 'uqr'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { blur, type Distortion, draw, glare, lowContrast, noise, type Picture, perspective } from './camera'
import { type Code, makeCodes } from './codes'
import { seeded } from './seeded'

const CONDITIONS: Readonly<Record<string, Distortion>> = {
  clean: (picture) => picture,
  'blur 1': blur(1),
  'blur 2': blur(2),
  noise: noise(25),
  perspective: perspective(0.18),
  'low contrast': lowContrast(0.18),
  glare,
  together: (picture, random) =>
    [perspective(0.1), blur(1), lowContrast(0.5), noise(12)].reduce(
      (seen, spoil) => spoil(seen, random),
      picture,
    ),
}
const SIZES = [360, 720]

export interface CodesOptions {
  /** Pictures for each figure. */
  readonly trials: number
  /** Where to write the figures as well. */
  readonly json: string | undefined
}

/** Pictures are drawn and spoilt here, with a fixed seed, and read by zxing-wasm, which the companion's browser build uses. */
export async function benchCodes({ trials, json }: CodesOptions): Promise<void> {
  const wasmBinary = (await readFile('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'))
    .buffer as ArrayBuffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  const results = []
  const variants = await Promise.all(Array.from({ length: trials }, makeCodes))
  for (const [at] of (variants[0] ?? []).entries()) {
    results.push(await measure(variants.map((codes) => codes[at] as Code)))
  }
  print(results)
  if (json) await writeFile(json, JSON.stringify(results, null, 2))
}

/** @param variants the same kind of code with other random bytes, one for each trial: a blurred code is luck with its pattern */
async function measure(variants: readonly Code[]) {
  const [code] = variants as readonly [Code]
  const { version } = encode(code.text, { ecc: 'L', border: 0 })
  const read: Record<string, number> = {}
  for (const size of SIZES) {
    for (const [name, spoil] of Object.entries(CONDITIONS)) {
      let seen = 0
      for (const [trial, { text }] of variants.entries()) {
        const { data } = encode(text, { ecc: 'L', border: 0 })
        const picture = spoil(draw(data, size), seeded(trial * 7919 + size))
        if ((await decode(picture)) === text) seen++
      }
      read[`${size} ${name}`] = seen / variants.length
    }
  }
  const encodeMs = median(Array.from({ length: 50 }, () => timed(code.encode)))
  const { name, bytes, text } = code
  return { name, bytes, characters: text.length, version, encodeMs, read }
}

async function decode({ size, pixels }: Picture): Promise<string | undefined> {
  const data = new Uint8ClampedArray(size * size * 4)
  pixels.forEach((grey, i) => {
    data.set([grey, grey, grey, 255], i * 4)
  })
  const image = { data, width: size, height: size, colorSpace: 'srgb' } as ImageData
  const [found] = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 })
  return found?.text
}

function print(results: Awaited<ReturnType<typeof measure>>[]): void {
  const conditions = Object.keys(CONDITIONS)
  console.log(
    `| code | bytes | QR version (L) | encode ms | ${SIZES.map((size) => `${size} px: ${conditions.join(', ')}`).join(' | ')} |`,
  )
  console.log('|---|---|---|---|---|---|')
  for (const { name, bytes, version, encodeMs, read } of results) {
    const rates = SIZES.map((size) =>
      conditions.map((one) => Math.round((read[`${size} ${one}`] ?? 0) * 100)).join(' '),
    )
    console.log(`| ${name} | ${bytes} | ${version} | ${encodeMs.toFixed(2)} | ${rates.join(' | ')} |`)
  }
}

function timed(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0
}

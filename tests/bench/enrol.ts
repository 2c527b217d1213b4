/**
 * What an enrolment's face step costs: cold and warm, native and WebAssembly, and how many times faster than plain
 * face-api.js on its own default backend, all in one run.
 *   npm run bench:enrol [-- --json FILE]
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { build } from 'esbuild'
import manifest from '../../cloudfunctions/face/package.json'
import { bundleOptions } from '../../scripts/build-functions'
import { challengeOf, honestCapture } from '../support/capture'
import { locateModel } from '../support/face-models'
import { asSelfie, cropFace, onCard } from '../support/faces'

/** Milliseconds by the clock and of the processor. */
interface Cost {
  readonly wall: number
  readonly cpu: number
}

interface Ours {
  readonly runtime: 'native' | 'wasm'
  readonly decision: string
  readonly cold: number
  readonly match: Cost
  readonly proof: Cost
  readonly peakMB: number
}

interface Plain {
  readonly backend: string
  readonly coldTiny: Cost
  readonly warmTiny: Cost
  readonly warmDefault: Cost
}

const PERSON = 0
const root = join(import.meta.dirname, '../..')
const { values } = parseArgs({ options: { json: { type: 'string' } } })

async function inProcess<T>(...args: string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root })
  return JSON.parse(stdout) as T
}

/** Bundles our side as functions are bundled; beneath the repository, where its native modules are found. */
async function bundleOurs(): Promise<string> {
  const outfile = join(root, 'dist/bench/enrol-ours.cjs')
  const options = await bundleOptions('face', join(root, 'dist/bench'))
  await build({ ...options, entryPoints: [join(import.meta.dirname, 'enrol-ours.ts')], outfile })
  return outfile
}

const folder = await mkdtemp(join(tmpdir(), 'bench-enrol-'))
try {
  const store = async (name: string, bytes: Uint8Array) => {
    const file = join(folder, name)
    await writeFile(file, bytes)
    return file
  }
  const portrait = await cropFace(PERSON)
  const selfie = await store('selfie.jpg', await asSelfie(portrait, 1))
  const card = await store('card.jpg', await onCard(portrait))
  const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
  const frames = await Promise.all(
    (await honestCapture(PERSON, challenge)).map(async ({ bytes, ...frame }) => ({
      ...frame,
      file: await store(`frame-${frame.step}.jpg`, bytes),
    })),
  )
  const models = Object.fromEntries(
    Object.keys(manifest.assets).map((asset) => [
      asset.replace('models/', ''),
      locateModel(asset.replace('models/', '')),
    ]),
  )
  const task = await store(
    'task.json',
    Buffer.from(JSON.stringify({ models, selfie, card, challenge, frames })),
  )

  const bundle = await bundleOurs()
  const native = await inProcess<Ours>(bundle, task)
  const wasm = await inProcess<Ours>('--no-addons', bundle, task)
  const plain = await inProcess<Plain>(
    '--import',
    'tsx',
    join(import.meta.dirname, 'enrol-plain.ts'),
    selfie,
    card,
  )

  const ratio = {
    sameDetector: plain.warmTiny.cpu / native.match.cpu,
    ownDetector: plain.warmDefault.cpu / native.match.cpu,
  }
  const ms = ({ wall, cpu }: Cost) => `${wall.toFixed(0)} (${cpu.toFixed(0)})`.padStart(17)
  console.log('milliseconds by the clock (of the processor); cold is from the start of the process')
  console.log(`${''.padEnd(34)}    cold  selfie and card   with liveness     peak`)
  for (const { runtime, cold, match, proof, peakMB } of [native, wasm]) {
    const row = `${cold.toFixed(0).padStart(8)}${ms(match)}${ms(proof)}   ${peakMB.toFixed(0)} MB`
    console.log(`${`ours, ${runtime}`.padEnd(34)}${row}`)
  }
  console.log(`${'plain face-api.js, tiny detector'.padEnd(34)}${''.padEnd(8)}${ms(plain.warmTiny)}`)
  console.log(`${'plain face-api.js, its default one'.padEnd(34)}${''.padEnd(8)}${ms(plain.warmDefault)}`)
  console.log(
    `processor time of the warm face step: ${ratio.sameDetector.toFixed(1)} times less than plain with the same detector, ${ratio.ownDetector.toFixed(1)} times less than with its default one (backend ${plain.backend})`,
  )
  if (values.json)
    await writeFile(values.json, `${JSON.stringify({ native, wasm, plain, ratio }, null, 2)}\n`)
} finally {
  await rm(folder, { recursive: true })
}

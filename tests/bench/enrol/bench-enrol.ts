/**
 * What proving a person costs: reading the card in `document` while `face` checks liveness and matches, each in a process
 * of its own as on the platform; cold and warm, native and WebAssembly; and how many times faster the face step is than
 * plain face-api.js on its own default backend, all in one run.
 *   npm run bench:enrol [-- --json FILE]
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { photographOf } from '#demo/photograph'
import { challengeOf, honestCapture } from '../../support/capture'
import { specimen } from '../../support/card-photos'
import { asSelfie, cropFace } from '../../support/faces'
import { median } from '../median'
import type { Cost, Measured } from './serve-requests'
import { bundleFunction, type RunningFunction, startFunction, writeTask } from './start-function'

/** What one runtime costs; medians where it is warm. */
interface Ours {
  /** From the start of both processes to both first answers. */
  readonly cold: number
  /** The whole proof: both functions at once, as enrolment asks them. */
  readonly proof: Cost
  /** Each with the machine to itself. */
  readonly reading: Cost
  readonly liveness: Cost
  /** One selfie against one card: what is compared with plain face-api.js. */
  readonly match: Cost
  readonly peakMB: { readonly document: number; readonly face: number }
}

interface Plain {
  readonly backend: string
  readonly warmTiny: Cost
  readonly warmDefault: Cost
}

const PERSON = 0
const ROUNDS = 7
/** On two cores, warm, native. */
const GOAL_MS = 4000
const GOAL_RATIO = 10
const { values } = parseArgs({ options: { json: { type: 'string' } } })

/** Writes the photos of an honest person and what both functions are asked about them. */
async function writeTasks(folder: string) {
  const files: Record<string, string> = {}
  const store = async (id: string, bytes: Uint8Array) => {
    files[id] = join(folder, `${id}.jpg`)
    await writeFile(files[id], bytes)
    return id
  }
  const portrait = await cropFace(PERSON)
  const card = await store('card', await photographOf(specimen('li-wanqing'), portrait))
  const selfie = await store('selfie', await asSelfie(portrait, 1))
  const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
  const frames = await Promise.all(
    (await honestCapture(PERSON, challenge)).map(async (bytes, number) => ({
      fileId: await store(`frame-${number}`, bytes),
    })),
  )
  return {
    files,
    document: await writeTask(folder, 'document', {
      files,
      events: { proof: { action: 'read', card, side: 'portrait' } },
    }),
    face: await writeTask(folder, 'face', {
      files,
      events: {
        proof: { action: 'liveness', challenge, frames, shown: 0, reference: { fileId: card } },
        match: { action: 'match', probes: [{ fileId: selfie }], reference: { fileId: card } },
      },
    }),
  }
}

async function rounds(ask: () => Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = []
  for (let round = 0; round < ROUNDS; round++) costs.push(await ask())
  return { wall: median(costs.map(({ wall }) => wall)), cpu: median(costs.map(({ cpu }) => cpu)) }
}

async function measureOurs(document: RunningFunction, face: RunningFunction): Promise<Ours> {
  const both = () => Promise.all([document.ask('proof'), face.ask('proof')])
  const first = await both()
  const proof = await rounds(async () => {
    const started = performance.now()
    const [read, seen] = await both()
    return { wall: performance.now() - started, cpu: read.cpu + seen.cpu }
  })
  const reading = await rounds(() => document.ask('proof'))
  const liveness = await rounds(() => face.ask('proof'))
  const match = await rounds(() => face.ask('match'))
  const peak = ({ peakMB }: Measured) => Math.round(peakMB)
  const [readLast, seenLast] = await both()
  return {
    cold: Math.max(...first.map(({ sinceStart }) => sinceStart)),
    proof,
    reading,
    liveness,
    match,
    peakMB: { document: peak(readLast), face: peak(seenLast) },
  }
}

async function runOurs(
  bundles: { readonly document: string; readonly face: string },
  tasks: { readonly document: string; readonly face: string },
  flags: readonly string[],
): Promise<Ours> {
  const document = startFunction(bundles.document, tasks.document, flags)
  const face = startFunction(bundles.face, tasks.face, flags)
  try {
    return await measureOurs(document, face)
  } finally {
    document.stop()
    face.stop()
  }
}

async function runPlain(selfie: string, card: string): Promise<Plain> {
  const script = join(import.meta.dirname, 'plain-face-api.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, selfie, card])
  return JSON.parse(stdout) as Plain
}

const ms = ({ wall, cpu }: Cost) => `${wall.toFixed(0)} (${cpu.toFixed(0)})`.padStart(15)

function printOurs(runtime: string, { cold, proof, reading, liveness, match, peakMB }: Ours): void {
  const costs = [proof, reading, liveness, match].map(ms).join('')
  const peak = `${peakMB.document} + ${peakMB.face} MB`.padStart(16)
  console.log(`${runtime.padEnd(12)}${cold.toFixed(0).padStart(7)}${costs}${peak}`)
}

const folder = await mkdtemp(join(tmpdir(), 'bench-enrol-'))
try {
  const { files, ...tasks } = await writeTasks(folder)
  const bundles = { document: await bundleFunction('document'), face: await bundleFunction('face') }
  const native = await runOurs(bundles, tasks, [])
  const wasm = await runOurs(bundles, tasks, ['--no-addons'])
  const plain = await runPlain(files.selfie as string, files.card as string)

  const heads = ['whole proof', 'card alone', 'liveness alone', 'match alone']
  console.log('milliseconds by the clock (of the processor); cold is from the start of both processes')
  console.log(`${''.padEnd(12)}   cold${heads.map((head) => head.padStart(15)).join('')}   document + face`)
  printOurs('native', native)
  printOurs('WebAssembly', wasm)
  console.log(`plain face-api.js, one match: ${ms(plain.warmTiny)} with the tiny detector,`)
  console.log(`${''.padEnd(29)} ${ms(plain.warmDefault)} with its default one (backend ${plain.backend})`)

  const ratio = {
    sameDetector: plain.warmTiny.cpu / native.match.cpu,
    ownDetector: plain.warmDefault.cpu / native.match.cpu,
  }
  console.log(
    `\nwhole proof, warm, native: ${native.proof.wall.toFixed(0)} ms (goal: at most ${GOAL_MS}); one match takes ${ratio.ownDetector.toFixed(1)} times less processor time than plain face-api.js (goal: at least ${GOAL_RATIO}), ${ratio.sameDetector.toFixed(1)} times less than plain with our detector`,
  )
  if (values.json)
    await writeFile(values.json, `${JSON.stringify({ native, wasm, plain, ratio }, null, 2)}\n`)
} finally {
  await rm(folder, { recursive: true })
}

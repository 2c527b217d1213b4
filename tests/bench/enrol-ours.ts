/**
 * The face step of an enrolment as the function `face` does it. Run as a process of its own, bundled as functions are;
 * prints one line of JSON. Its cold time counts from the start of the process.
 */
import { readFile } from 'node:fs/promises'
import { loadFaceEngine } from '@nansha/core/face/face-engine'
import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { matchLook, matchPhotos } from '@nansha/core/face/match-photos'

interface Task {
  readonly models: Readonly<Record<string, string>>
  readonly selfie: string
  readonly card: string
  readonly challenge: Parameters<typeof checkLiveness>[1]
  readonly frames: readonly { readonly file: string; readonly step: number; readonly at: number }[]
}

const ROUNDS = 7

async function run(): Promise<void> {
  const task = JSON.parse(await readFile(process.argv[2] as string, 'utf8')) as Task
  const [selfie, card] = await Promise.all([readFile(task.selfie), readFile(task.card)])
  const frames = await Promise.all(
    task.frames.map(async ({ file, ...frame }) => ({ ...frame, bytes: await readFile(file) })),
  )
  const engine = await loadFaceEngine((file) => task.models[file] as string)
  const { decision } = await matchPhotos(engine, selfie, card)
  const cold = performance.now()

  const match = await median(() => matchPhotos(engine, selfie, card))
  const proof = await median(async () => {
    const { best } = await checkLiveness(engine, task.challenge, frames)
    await matchLook(engine, best, card)
  })
  const peakMB = process.resourceUsage().maxRSS / 1000
  console.log(JSON.stringify({ runtime: engine.sface.runtime, decision, cold, match, proof, peakMB }))
}

/** Milliseconds by the clock, and of the processor: the second does not depend on what else the machine does. */
interface Cost {
  readonly wall: number
  readonly cpu: number
}

async function median(work: () => Promise<unknown>): Promise<Cost> {
  const costs: Cost[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    costs.push({ wall: performance.now() - started, cpu: (user + system) / 1000 })
  }
  return costs.sort((a, b) => a.wall - b.wall)[Math.floor(ROUNDS / 2)] as Cost
}

run()

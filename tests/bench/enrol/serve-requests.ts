import { readFile } from 'node:fs/promises'
import type { Caller } from '@nansha/core/platform/caller'

/** What a function is asked in a benchmark: where its models and its photos lie, and its events by name. */
export interface Task {
  readonly models: Readonly<Record<string, string>>
  /** Paths by file id. */
  readonly files: Readonly<Record<string, string>>
  readonly events: Readonly<Record<string, object>>
}

/** Milliseconds by the clock, and of the processor: the second does not depend on what else the machine does. */
export interface Cost {
  readonly wall: number
  readonly cpu: number
}

/** What one request cost, and what the process had cost when it was answered. */
export interface Measured extends Cost {
  /** Milliseconds since the process was started. */
  readonly sinceStart: number
  readonly peakMB: number
}

type Handler = (event: unknown) => Promise<object>
type Surroundings = { caller(): Caller; download(fileId: string): Promise<Uint8Array | null> }

/**
 * Answers requests, events named by messages from the parent process, with a function that runs as it is deployed but for
 * the cloud around it.
 */
export async function serveRequests(
  create: (task: Task, surroundings: Surroundings) => Handler,
): Promise<void> {
  const task = JSON.parse(await readFile(process.argv[2] as string, 'utf8')) as Task
  const handle = create(task, {
    caller: () => ({ account: { appId: 'bench', openId: 'bench' }, source: ['scf'] }),
    download: (fileId) => readFile(task.files[fileId] as string),
  })
  process.on('message', async (name: string) => process.send?.(await measure(handle, task.events[name])))
}

async function measure(handle: Handler, event: unknown): Promise<Measured> {
  const started = performance.now()
  const before = process.cpuUsage()
  const answer = await handle(event)
  if (!('ok' in answer && answer.ok)) throw new Error(JSON.stringify(answer))
  const { user, system } = process.cpuUsage(before)
  const answered = performance.now()
  return {
    wall: answered - started,
    cpu: (user + system) / 1000,
    sinceStart: answered,
    peakMB: process.resourceUsage().maxRSS / 1000,
  }
}

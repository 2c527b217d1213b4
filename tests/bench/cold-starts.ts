import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { startInstance } from '@nansha/localcloud/functions/instance'
import { platformEnvironment } from '@nansha/localcloud/platform-environment'
import { median } from './median'

const BUNDLE = join(import.meta.dirname, '../localcloud/fixtures/functions/echo/index.js')
const THREAD = join(import.meta.dirname, 'thread-runner.cjs')
/** Nobody listens there: the function is called and does not call. */
const ENVIRONMENT = platformEnvironment('http://127.0.0.1:9/admin')

/** Median times from nothing to the first answer of a function that loads wx-server-sdk. */
export interface ColdStarts {
  readonly processMilliseconds: number
  readonly threadMilliseconds: number
  readonly ratio: number
}

/** Starts the function in a process, as localcloud does, and in a bare worker thread, by turns. */
export async function benchColdStarts(rounds: number): Promise<ColdStarts> {
  const times = { process: [] as number[], thread: [] as number[] }
  for (let round = -2; round < rounds; round++) {
    const [inProcess, inThread] = [await startProcess(), await startThread()]
    if (round < 0) continue
    times.process.push(inProcess)
    times.thread.push(inThread)
  }
  const [processMilliseconds, threadMilliseconds] = [median(times.process), median(times.thread)]
  return { processMilliseconds, threadMilliseconds, ratio: processMilliseconds / threadMilliseconds }
}

async function startProcess(): Promise<number> {
  const started = performance.now()
  const log = { write: () => undefined, coldStart: () => undefined }
  const instance = startInstance(BUNDLE, { name: 'echo', timeout: 60, memorySize: 256 }, ENVIRONMENT, log)
  await instance.invoke({ requestId: 'bench', environment: {}, event: '{}' })
  const took = performance.now() - started
  await instance.stop()
  return took
}

async function startThread(): Promise<number> {
  const started = performance.now()
  const worker = new Worker(THREAD, { workerData: BUNDLE, env: { ...ENVIRONMENT }, execArgv: [] })
  await once(worker, 'message')
  worker.postMessage({})
  await once(worker, 'message')
  const took = performance.now() - started
  await worker.terminate()
  return took
}

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { callAsClient } from '../../support/http'
import { childrenOf, runs } from './processes'

const repository = resolve(import.meta.dirname, '../../..')
/** How long a process that was told to end may take on a busy machine before it counts as left behind. */
const PATIENCE_MS = 60_000

/** How the cloud is ended: asked to, or killed. */
export type StopSignal = 'SIGTERM' | 'SIGKILL'

/**
 * Starts localcloud with functions that load nets in native code, loop and answer, calls them, and ends it in the middle
 * at a random moment, again and again.
 *
 * @returns one sentence for each fault: an ending that was not clean, a function's process that lived on
 */
export async function stopRounds(
  rounds: number,
  signal: StopSignal,
  random: () => number,
  report?: (round: number) => void,
): Promise<string[]> {
  const faults: string[] = []
  for (let round = 1; round <= rounds; round++) {
    const dataDir = mkdtempSync(join(tmpdir(), 'localcloud-stop-'))
    try {
      const found = await stopOnce(dataDir, signal, 1500 * random())
      faults.push(...found.map((fault) => `round ${round}: ${fault}`))
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
    report?.(round)
  }
  return faults
}

async function stopOnce(dataDir: string, signal: StopSignal, afterMs: number): Promise<string[]> {
  const { server, url } = await startServer(dataDir)
  const calls = ['native', 'native', 'echo', 'late'].map((name) =>
    callAsClient(url, name, { how: 'loop', wait: 60_000 }).catch(() => null),
  )
  await waitUntil(() => childrenOf(Number(server.pid)).length === calls.length)
  await new Promise((done) => setTimeout(done, afterMs))
  const children = childrenOf(Number(server.pid))
  const ended = new Promise<string>((done) =>
    server.once('exit', (code, by) => done(by === null ? `exit ${code}` : by)),
  )
  server.kill(signal)
  const how = await ended
  await Promise.all(calls)
  const faults = how === (signal === 'SIGTERM' ? 'exit 0' : signal) ? [] : [`it ended by ${how}`]
  // A cloud that ended by itself has seen its functions end; one that was killed leaves that to them.
  if (signal === 'SIGKILL') await waitUntil(() => !children.some(runs))
  return [...faults, ...children.filter(runs).map((pid) => `process ${pid} of a function lives on`)]
}

async function waitUntil(holds: () => boolean): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (!holds() && Date.now() < until) await new Promise((done) => setTimeout(done, 50))
}

function startServer(dataDir: string): Promise<{ server: ChildProcess; url: string }> {
  const functions = join(repository, 'tests/localcloud/fixtures/functions')
  const parameters = ['--port', '0', '--data', dataDir, '--functions', functions]
  const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/localcloud.ts', ...parameters], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((ready, fail) => {
    server.once('exit', (code) => fail(new Error(`localcloud ended with ${code} instead of starting.`)))
    server.stdout.on('data', (chunk: Buffer) => {
      const url = /ready (http:\S+)\/admin/.exec(chunk.toString())?.[1]
      if (url) ready({ server, url })
    })
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pointSdkAt } from '../../support/local-cloud'
import { emptyLedger, type Ledger, prepare, writeUntilKilled } from './load'
import { findFaults } from './verify'

const repository = resolve(import.meta.dirname, '../../..')
/** Uploads are read back after every round until there are so many; then the count begins anew. */
const KEEP_UPLOADS = 200

/** What a series of crashes came to. */
export interface CrashReport {
  readonly rounds: number
  readonly acknowledged: { inserts: number; increments: number; transfers: number; uploads: number }
  readonly faults: readonly string[]
}

/**
 * Starts localcloud, loads it, kills it with SIGKILL at a random moment, starts it again and looks for losses, again
 * and again over one data folder.
 */
export async function crashRounds(
  rounds: number,
  random: () => number,
  report?: (round: number) => void,
): Promise<CrashReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'localcloud-crash-'))
  const ledger = emptyLedger()
  const faults: string[] = []
  try {
    for (let round = 1; round <= rounds; round++) {
      const server = await startServer(dataDir)
      if (round === 1) await prepare()
      const writing = writeUntilKilled(ledger)
      await pause(30 + random() * 600)
      // On a busy machine all of a few rounds could end before a transaction does.
      while (ledger.transfers.size === 0) await pause(50)
      await kill(server)
      await writing
      faults.push(...(await verifyAfterRestart(dataDir, ledger)).map((fault) => `round ${round}: ${fault}`))
      if (ledger.uploads.hashes.size > KEEP_UPLOADS) ledger.uploads.hashes.clear()
      report?.(round)
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
  const { inserted, increments, transfers, uploads } = ledger
  const acknowledged = {
    inserts: inserted.size,
    increments: increments.acknowledged,
    transfers: transfers.size,
    uploads: uploads.acknowledged,
  }
  return { rounds, acknowledged, faults }
}

async function verifyAfterRestart(dataDir: string, ledger: Ledger): Promise<string[]> {
  const server = await startServer(dataDir)
  try {
    return await findFaults(ledger)
  } finally {
    await kill(server)
  }
}

function startServer(dataDir: string): Promise<ChildProcess> {
  const parameters = ['--import', 'tsx', 'scripts/localcloud.ts', '--port', '0', '--data', dataDir]
  const server = spawn(process.execPath, parameters, {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((ready, fail) => {
    server.once('exit', (code) => fail(new Error(`localcloud ended with ${code} instead of starting.`)))
    server.stdout.on('data', (chunk: Buffer) => {
      const url = /ready (http:\S+)\/admin/.exec(chunk.toString())?.[1]
      if (!url) return
      pointSdkAt(url)
      ready(server)
    })
  })
}

function kill(server: ChildProcess): Promise<void> {
  server.removeAllListeners('exit')
  return new Promise((done) => {
    server.once('exit', () => done())
    server.kill('SIGKILL')
  })
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)
const VITEST = path.join(path.dirname(require.resolve('vitest/package.json')), 'vitest.mjs')

/** Starts vitest with these arguments in a process of its own. */
export function spawnVitest(args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  return spawn(process.execPath, [VITEST, ...args], options)
}

/** Runs vitest in the open and ends this process as it ended. */
export function runVitest(args: readonly string[]): void {
  spawnVitest(args, { stdio: 'inherit' }).on('close', (code) => process.exit(code ?? 1))
}

import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { buildAll } from './build'
import { LOCAL_BUILD } from './spawn-taro'

/** The README's test command: builds what the tests load, then runs them all. Arguments go to vitest. */
await buildAll(LOCAL_BUILD)
const require = createRequire(import.meta.url)
const vitest = path.join(path.dirname(require.resolve('vitest/package.json')), 'vitest.mjs')
const run = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], { stdio: 'inherit' })
run.on('close', (code) => process.exit(code ?? 1))

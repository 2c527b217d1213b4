import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { QUICK_TESTS } from './quick-tests'

/** `npm run test:quick`: what can be tested in under a minute, without building anything. Arguments go to vitest. */
const require = createRequire(import.meta.url)
const vitest = path.join(path.dirname(require.resolve('vitest/package.json')), 'vitest.mjs')
const folders = ['tests/shared', 'tests/vectors', 'tests/attacks', 'tests/core', 'tests/miniprogram']
const excluded = QUICK_TESTS.exclude.flatMap((pattern) => ['--exclude', pattern])
const args = [vitest, 'run', '--project', 'parts', ...folders, ...excluded, ...process.argv.slice(2)]
const run = spawn(process.execPath, args, { stdio: 'inherit' })
run.on('close', (code) => process.exit(code ?? 1))

import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'

/** `npm run typecheck`: each part of the tree against the libraries that it may use, two at a time. */
const PROJECTS = ['tsconfig.json', 'tsconfig.apps.json', 'tsconfig.cloud.json', 'tsconfig.shared.json']
const AT_ONCE = 2

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

function check(project: string): Promise<number> {
  return new Promise((resolve) => {
    spawn(process.execPath, [tsc, '-p', project], { stdio: 'inherit' }).on('close', (code) =>
      resolve(code ?? 1),
    )
  })
}

const waiting = [...PROJECTS]
const work = async () => {
  for (let project = waiting.shift(); project; project = waiting.shift())
    if ((await check(project)) !== 0) process.exitCode = 1
}
await Promise.all(Array.from({ length: AT_ONCE }, work))

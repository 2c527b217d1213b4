/**
 * WeChat DevTools runs this before it compiles or uploads a mini-program (`scripts` of project.config.json): says what to run where there is
 * nothing to show yet, and does not let a build for this machine be uploaded. Plain JavaScript, because a fresh clone has nothing
 * installed.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const [app, way] = process.argv.slice(2)
const stageFile = path.join(root, 'miniprogram', app, 'dist', 'weapp.stage')

const problem = findProblem()
if (problem) console.error(`\n${problem}\n`)
process.exitCode = problem ? 1 : 0

/** @returns a sentence, or `undefined` when all is well */
function findProblem() {
  if (!existsSync(path.join(root, 'node_modules')))
    return 'Nothing is installed yet. In the root of the repository run: npm install && npm run dev:weapp'
  if (!existsSync(stageFile))
    return 'The mini-program is not built yet. In the root of the repository run: npm run dev:weapp'
  if (way === '--upload' && readFileSync(stageFile, 'utf8') !== 'production')
    return 'This build is for this machine alone. Build for production before uploading: docs/wechat-devtools.md'
  return undefined
}

import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callAsClient, sendRaw } from '../support/http'
import { type FixtureCloud, startFixtureCloud } from '../support/local-cloud'
import { openSdkDatabase, sdk } from '../support/sdk'

const BUNDLES: Readonly<Record<string, string>> = {
  throws: 'exports.main = () => { throw new Error("secret of " + __filename) }',
  rejects: 'exports.main = async () => Promise.reject({ secret: __filename })',
  text: 'exports.main = () => { throw "secret of " + __filename }',
  loose:
    'exports.main = () => { setTimeout(() => { throw new Error(__filename) }, 1); return new Promise(() => {}) }',
  exits: 'exports.main = () => process.exit(1)',
  loads: 'require("./not-there-secret")',
  nothing: 'exports.other = 1',
  syntax: 'exports.main = secret(',
  circular: 'exports.main = () => { const secret = {}; secret.secret = secret; return secret }',
}

let functionsDir: string
let cloud: FixtureCloud
beforeAll(async () => {
  functionsDir = mkdtempSync(join(tmpdir(), 'bundles-'))
  for (const [name, source] of Object.entries(BUNDLES)) {
    await mkdir(join(functionsDir, name))
    await writeFile(join(functionsDir, name, 'index.js'), source)
  }
  cloud = await startFixtureCloud({ functionsDir })
  openSdkDatabase()
})
afterAll(async () => {
  await cloud.close()
  rmSync(functionsDir, { recursive: true })
})

/** A line of a stack, a path of this machine, or what the function's error said. */
const TOLD = /\n|^\s+at |node:|file:|\.[cm]?[jt]s\b|\/tmp|\/home|\/root|secret/i

it.each(Object.keys(BUNDLES))(
  'a function that fails tells a client nothing of the cause: %s',
  async (name) => {
    const { status, body } = await callAsClient(cloud.url, name, {})
    expect(status).toBe(500)
    expect(body.code).toBe('FUNCTIONS_EXECUTE_FAIL')
    expect(body.message).not.toMatch(TOLD)
  },
)

it('a function that fails tells another function nothing of the cause', async () => {
  const error = await sdk.callFunction({ name: 'throws' }).catch((caught: Error) => caught)
  expect(error.message).toContain('The export function throws failed')
  expect(error.message).not.toMatch(/secret|\.js\b|\/tmp/)
})

it.each([
  ['POST', '/admin', '{'],
  ['POST', '/admin', '{"action":"database.getDocument","collectionName":"people","query":"{"}'],
  [
    'POST',
    '/admin',
    '{"action":"database.aggregateDocuments","collectionName":"people","stages":[{"stageKey":"$x","stageValue":"1"}]}',
  ],
  ['POST', '/functions/throws', '['],
  ['GET', '/files/%00', ''],
  ['GET', '/files/../../etc/passwd', ''],
  ['GET', '/inspector/%2e%2e/package.json', ''],
  ['GET', '/inspector/api/nothing', ''],
  ['GET', '/nowhere', ''],
] as const)('the answer to %s %s tells nothing of the server', async (method, path, body) => {
  const answer = await sendRaw(cloud.url, method, path, { 'content-type': 'application/json' }, body)
  const { code, message } = JSON.parse(answer.body)
  expect(code).toMatch(/^[A-Z_]+$/)
  expect(code).not.toBe('SYS_ERR')
  expect(message).not.toMatch(TOLD)
})

it('a query that fails tells nothing of the server', async () => {
  const people = openSdkDatabase().collection('people')
  const { aggregate } = openSdkDatabase().command
  const failing = people
    .aggregate()
    .project({ v: aggregate.ln(-1) })
    .end()
  await people.add({ data: { _id: 'a' } })
  await expect(failing).resolves.toBeDefined()
  const error = await people
    .aggregate()
    .project({ v: aggregate.ln(-1) })
    .end()
    .catch((caught: Error) => caught)
  expect(error.message).toMatch(/\$ln needs a number above 0/)
  expect(error.message).not.toMatch(/\.[cm]?[jt]s\b|\n/)
})

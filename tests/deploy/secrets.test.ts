import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { functionNames } from '#scripts/build-functions'
import { localEnvironment } from '#scripts/local-environment'

const folder = mkdtempSync(path.join(tmpdir(), 'nansha-secrets-'))
afterAll(() => rmSync(folder, { recursive: true }))
const environment = await localEnvironment(folder, Date.now())
const functions = path.resolve(import.meta.dirname, '../../cloudfunctions')
const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/operations.md'), 'utf8')

const isKey = (variable: string) => /_KEY$/.test(variable)
const keysOf = (name: string) => Object.keys(environment[name] ?? {}).filter(isKey)
/** The keys that docs/operations.md gives a function. */
function documentedKeys(name: string): string[] {
  const [, section = ''] = page.split('## Environment of each function')
  const rows = section.split('\n').filter((line) => line.startsWith('| `NANSHA_'))
  const given = rows.filter((row) => row.split('|')[2]?.includes(`\`${name}\``))
  return given.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, key]) => key ?? ''),
  )
}

test('a laptop has the functions of the deployment', async () => {
  expect(Object.keys(environment).sort()).toEqual(await functionNames())
})

test('no function holds the key of the issuer or of the desks beside keys that open, find or vouch for records', () => {
  const signing = ['NANSHA_ISSUER_KEY', 'NANSHA_DESK_KEY']
  for (const name of Object.keys(environment)) {
    const keys = keysOf(name)
    if (!keys.some((key) => signing.includes(key))) continue
    expect(
      keys.filter((key) => !signing.includes(key) && !key.endsWith('_SIGNING_KEY')),
      name,
    ).toEqual([])
  }
  expect(keysOf('signer')).toEqual(expect.arrayContaining(signing))
})

test('none but signer and its caller has the key by which a function asks for signatures', () => {
  for (const caller of ['enrol', 'wallet', 'verify', 'sweep', 'issue']) {
    const key = `NANSHA_${caller.toUpperCase()}_SIGNING_KEY`
    const holders = Object.keys(environment).filter((name) => keysOf(name).includes(key))
    expect(holders.sort()).toEqual([caller, 'signer'].sort())
  }
})

test('docs/operations.md gives each function the same keys', () => {
  /** Keys of services outside, which a laptop does not ask. */
  const elsewhere = /FACEID|NETWORK_ID|DOCUMENT_KEY/
  for (const name of Object.keys(environment)) {
    if (name === 'specimen') continue
    expect(
      documentedKeys(name)
        .filter((key) => isKey(key) && !elsewhere.test(key))
        .sort(),
      name,
    ).toEqual(keysOf(name).sort())
  }
})

test('the code of no function reads a key that its environment does not hold', () => {
  for (const name of Object.keys(environment)) {
    const entry = readFileSync(path.join(functions, name, 'index.ts'), 'utf8')
    const read = [...entry.matchAll(/'(NANSHA_\w+_KEY)'/g)].map(([, key]) => key)
    expect(keysOf(name), name).toEqual(expect.arrayContaining(read))
  }
})

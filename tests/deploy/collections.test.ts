import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { KEEPING } from '@nansha/core/records/keeping'
import { expect, test } from 'vitest'

const functions = path.resolve(import.meta.dirname, '../../cloudfunctions')
const records = path.join(functions, 'core/records')

interface CollectionFile {
  readonly name: string
  readonly rules: { readonly read: boolean; readonly write: boolean }
}
const deployed = JSON.parse(
  readFileSync(path.join(functions, 'deploy/collections.json'), 'utf8'),
) as CollectionFile[]

/** Collections are named by a constant in capitals; names that end in _ID are of single documents. */
async function collectionsOfTheCode(): Promise<string[]> {
  const modules = await Promise.all(
    readdirSync(records).map((file) => import(path.join(records, file)) as Promise<Record<string, unknown>>),
  )
  return modules
    .flatMap((module) => Object.entries(module))
    .filter(([name, value]) => /^[A-Z_]+$/.test(name) && !name.endsWith('_ID') && typeof value === 'string')
    .map(([, value]) => value as string)
}

test('the deploy creates exactly the collections that the code uses', async () => {
  expect(deployed.map(({ name }) => name).sort()).toEqual((await collectionsOfTheCode()).sort())
})

test('every collection is in the table that says how its records are kept', () => {
  expect([...KEEPING.keys()].sort()).toEqual(deployed.map(({ name }) => name).sort())
})

test('no collection is open to a client', () => {
  for (const { rules } of deployed) expect(rules).toEqual({ read: false, write: false })
})

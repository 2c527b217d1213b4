import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { COLLECTIONS, DEFINITIONS } from '../support/collections'

const functions = path.resolve(import.meta.dirname, '../../cloudfunctions')

interface CollectionFile {
  readonly name: string
  readonly rules: { readonly read: boolean; readonly write: boolean }
}
const deployed = JSON.parse(
  readFileSync(path.join(functions, 'deploy/collections.json'), 'utf8'),
) as CollectionFile[]

test('the deploy creates exactly the collections that the code defines', () => {
  expect(deployed.map(({ name }) => name).sort()).toEqual([...COLLECTIONS.keys()].sort())
})

test('each collection is defined once', () => {
  for (const [name, { keeping }] of COLLECTIONS) {
    const others = DEFINITIONS.filter((one) => one.name === name && one.keeping !== keeping)
    expect(others, `further definitions of ${name}`).toEqual([])
  }
})

test('no collection is open to a client', () => {
  for (const { rules } of deployed) expect(rules).toEqual({ read: false, write: false })
})

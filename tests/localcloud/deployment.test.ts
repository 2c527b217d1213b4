import { counterPaths } from '@nansha/core/enrol/counter/uploads'
import { possibleFiles } from '@nansha/core/enrol/uploads'
import { readDeployment } from '@nansha/localcloud/deployment'
import { compileRule } from '@nansha/localcloud/rules/compile-rule'
import { describe, expect, it } from 'vitest'
import { functionNames } from '#scripts/build-functions'
import { DEPLOY } from '#scripts/project-folders'
import { COLLECTIONS } from '../support/collections'

const { functions, collections, functionRules, storageRules } = readDeployment(DEPLOY)

describe('the checked-in deploy files', () => {
  it('name every collection that the records use, once', () => {
    const used = [...COLLECTIONS.keys()]
    const declared = collections.map(({ name }) => name)
    expect(used.length).toBeGreaterThan(10)
    expect(declared).toEqual(expect.arrayContaining(used))
    expect(new Set(declared).size).toBe(declared.length)
  })

  it('close every collection to clients', () => {
    for (const { rules } of collections) expect(rules).toEqual({ read: false, write: false })
  })

  it('set limits for every function', async () => {
    expect(functions.map(({ name }) => name)).toEqual(expect.arrayContaining(await functionNames()))
  })

  it('keep the internal functions and the timer from clients', () => {
    for (const name of ['face', 'document', 'issue', 'signer', 'sweep'])
      expect(functionRules[name]).toEqual({ invoke: false })
  })

  it('let a client write only its own file under an enrolment, and read none', () => {
    const write = compileRule(storageRules.write, '')
    const may = (openid: string | null, owner: string, path: string) =>
      write({ auth: openid === null ? null : { openid }, resource: { openid: owner, path } })
    expect(storageRules.read).toBe(false)
    expect(may('a', 'a', 'enrolments/e1/selfie')).toBe(true)
    expect(may('a', 'b', 'enrolments/e1/selfie')).toBe(false)
    expect(may(null, 'a', 'enrolments/e1/selfie')).toBe(false)
    expect(may('a', 'a', 'specimens/x')).toBe(false)
  })

  it('let a client write exactly the files that are deleted with an enrolment or an application, submitted or not', () => {
    const write = compileRule(storageRules.write, '')
    const challenge = 'c'.repeat(22)
    const numbers = Array.from({ length: 100 }, (_, number) => `frame-${challenge}-${number}`)
    const names = [
      'card',
      'emblem',
      'selfie',
      'portrait',
      'frame-0',
      `frame-${challenge}-`,
      `frame-${challenge}-01`,
      'frame-short-0',
      'selfie.jpg',
      'other',
      ...numbers,
    ]
    const paths = [...names, 'a/card'].map((name) => `enrolments/e1/${name}`)
    const writable = paths.filter((path) => write({ auth: { openid: 'a' }, resource: { openid: 'a', path } }))
    // What the cloud itself lays beside them is closed to clients, and deleted with the rest.
    const named = possibleFiles('', { _id: 'e1', challenges: [challenge] }).filter(
      (path) => !path.startsWith('internal/'),
    )
    const deleted = new Set([...named, ...Object.values(counterPaths('e1'))])
    expect(writable.sort()).toEqual([...deleted].sort())
  })
})

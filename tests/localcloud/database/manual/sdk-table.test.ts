import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CONDITION_OPERATORS } from '@nansha/localcloud/database/conditions'
import { accumulators } from '@nansha/localcloud/database/expressions/accumulators'
import { EXPRESSION_OPERATORS } from '@nansha/localcloud/database/expressions/compile-expression'
import { REFUSED } from '@nansha/localcloud/database/refused'
import { STAGES } from '@nansha/localcloud/database/stages/compile-pipeline'
import { UPDATE_OPERATORS } from '@nansha/localcloud/database/update-operators'
import { expect, it } from 'vitest'
import { pointSdkAt } from '#support/local-cloud'
import { openSdkDatabase } from '#support/sdk'

// docs/localcloud-mongodb.md against wx-server-sdk and against the code.

const page = readFileSync(resolve(import.meta.dirname, '../../../../docs/localcloud-mongodb.md'), 'utf8')
pointSdkAt('http://127.0.0.1:9')
const db = openSdkDatabase()

/** The rows of the tables under a heading: the names in the first column, in the second one, and the last cell. */
function rows(heading: string): { names: string[]; sent: string[]; here: string }[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? ''
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`'))
    .map((line) => {
      const [, first = '', second = '', here = ''] = line.split('|').map((cell) => cell.trim())
      const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => String(name))
      return { names: quoted(first), sent: quoted(second), here }
    })
}

const names = (heading: string) => rows(heading).flatMap((row) => row.names)

it('docs/localcloud-mongodb.md names every command, projection, stage and expression that wx-server-sdk has', () => {
  const commands = Object.keys(db.command).filter((name) => name !== 'aggregate' && name !== 'project')
  expect([...names('Queries'), ...names('Updates')].sort()).toEqual(commands.sort())
  expect(names('Fields of a find').sort()).toEqual(Object.keys(db.command.project).sort())
  const stages = Object.getOwnPropertyNames(Object.getPrototypeOf(db.collection('x').aggregate()))
  const own = ['constructor', 'pushStage', 'end']
  expect(names('Stages').sort()).toEqual(stages.filter((name) => !own.includes(name)).sort())
  const expressions = Object.keys(db.command.aggregate).filter((name) => name !== 'pipeline')
  const shown = new Set(rows('Expressions').flatMap((row) => row.sent))
  expect([...shown].sort()).toEqual(expressions.sort())
})

it.each([
  ['Queries', [...CONDITION_OPERATORS, '$and', '$or', '$nor', '$expr']],
  ['Updates', UPDATE_OPERATORS],
  ['Stages', STAGES],
] as const)('docs/localcloud-mongodb.md says of %s what the code does', (heading, offered) => {
  for (const { names, sent, here } of rows(heading)) {
    const operators = sent.length > 0 ? sent : names.map((name) => `$${name}`)
    for (const operator of operators)
      expect([operator, offered.includes(operator), operator in REFUSED]).toEqual([
        operator,
        !here.startsWith('refused'),
        here.startsWith('refused'),
      ])
  }
})

it('docs/localcloud-mongodb.md says of expressions what the code does', () => {
  const offered = [...EXPRESSION_OPERATORS, ...Object.keys(accumulators)]
  for (const { sent, here } of rows('Expressions')) {
    for (const name of sent) {
      const operator = name === 'neq' ? '$ne' : `$${name}`
      expect([operator, offered.includes(operator)]).toEqual([operator, here !== 'refused'])
    }
  }
})

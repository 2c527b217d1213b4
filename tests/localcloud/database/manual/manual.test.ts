import { applyUpdate } from '@nansha/localcloud/database/apply-update'
import { CONDITION_OPERATORS } from '@nansha/localcloud/database/conditions'
import type { Document } from '@nansha/localcloud/database/ejson'
import { accumulators } from '@nansha/localcloud/database/expressions/accumulators'
import {
  compileExpression,
  EXPRESSION_OPERATORS,
} from '@nansha/localcloud/database/expressions/compile-expression'
import { compileQuery } from '@nansha/localcloud/database/match'
import { compileProjection } from '@nansha/localcloud/database/projection'
import { compilePipeline, STAGES } from '@nansha/localcloud/database/stages/compile-pipeline'
import { UPDATE_OPERATORS } from '@nansha/localcloud/database/update-operators'
import { describe, expect, it } from 'vitest'
import { accumulated } from './accumulated'
import { accumulatorExamples, withValues } from './accumulators'
import { arithmetic } from './arithmetic'
import { arrays } from './arrays'
import { dates } from './dates'
import { logic } from './logic'
import { collections, lookups } from './lookups'
import { projections } from './projections'
import { queries } from './queries'
import { sets } from './sets'
import { stages } from './stages'
import { texts } from './texts'
import { updates } from './updates'

// Examples of MongoDB's manual, and cases beside them, for every operator that localcloud offers.
// Source: mongodb.com/docs/manual/reference/operator

const expressions = { ...accumulated, ...arithmetic, ...arrays, ...dates, ...logic, ...sets, ...texts }
const now = new Date('2026-11-23T10:00:00Z')
const short = (value: unknown) =>
  JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? `${item}n` : item)).slice(0, 120)

function run(documents: readonly Document[], pipeline: readonly Document[]): Document[] {
  return compilePipeline(pipeline, (name) => collections[name] ?? [])(documents, {})
}

/** The names must be the same, so that no operator is offered without an example. */
const sameNames = (offered: readonly string[], shown: readonly string[], others: readonly string[] = []) =>
  expect([...shown].filter((name) => !others.includes(name)).sort()).toEqual([...offered].sort())

describe('expressions', () => {
  it('have examples for each operator', () => sameNames(EXPRESSION_OPERATORS, Object.keys(expressions)))

  for (const [operator, examples] of Object.entries(expressions)) {
    it.each(examples.map((example) => ({ ...example, title: short(example.expression) })))(
      `${operator}: $title`,
      ({ expression, in: root = {}, gives, refused }) => {
        const evaluate = () => compileExpression(expression)({ root, variables: {} })
        if (refused === undefined) expect(evaluate()).toStrictEqual(gives)
        else expect(evaluate).toThrow(refused)
      },
    )
  }

  it.each([
    ['$l.0', { l: [1, 2] }, []],
    ['$l.a', { l: [{ a: 1 }, {}, { a: 2 }, 5, [{ a: 3 }]] }, [1, 2]],
    ['$a.b', { a: 5 }, undefined],
    ['$$ROOT.a', { a: 5 }, 5],
    ['$$CURRENT.a', { a: 5 }, 5],
    ['$$REMOVE', {}, undefined],
  ])('%s follows documents, not the places of arrays', (path, root, value) =>
    expect(compileExpression(path)({ root, variables: {} })).toStrictEqual(value),
  )

  it.each([
    ['$', 'malformed'],
    ['$a..b', 'malformed'],
    ['$$name', 'undefined variable: name'],
    ['$$NOW', 'undefined variable: NOW'],
    [{ $add: [1], $subtract: [2] }, 'holds one operator'],
    [{ a: { 'b.c': 1 } }, 'may not be called b.c'],
    [{ $meta: 'textScore' }, 'no text index'],
    [{ $function: {} }, 'no JavaScript'],
    [{ $round: [1.5] }, 'Unknown expression operator $round'],
  ])('%j is refused by name', (expression, message) =>
    expect(() => compileExpression(expression)).toThrow(message),
  )
})

describe('accumulators', () => {
  it('have examples for each of them', () =>
    sameNames(Object.keys(accumulators), Object.keys(accumulatorExamples)))

  for (const [name, examples] of Object.entries(accumulatorExamples)) {
    it.each(examples)(`${name} of $values`, ({ values, gives }) => {
      const [group] = run(
        [{ _id: 'seed' }, ...withValues(values)],
        [{ $match: { _id: { $ne: 'seed' } } }, { $group: { _id: null, made: { [name]: '$v' } } }],
      )
      expect(group?.made ?? accumulators[name]?.([])).toStrictEqual(gives)
    })
  }
})

describe('stages', () => {
  it('have examples for each of them', () => sameNames(STAGES, [...Object.keys(stages), '$lookup']))

  for (const [operator, examples] of Object.entries(stages)) {
    it.each(examples)(`${operator} $title`, ({ documents, pipeline, gives, refused }) => {
      if (refused === undefined) expect(run(documents, pipeline)).toEqual(gives)
      else expect(() => run(documents, pipeline)).toThrow(refused)
    })
  }

  it.each(lookups)('$lookup $title', ({ documents, lookup, found }) => {
    const expected = documents.map((document, place) => ({ ...document, found: found[place] }))
    expect(run(documents, [{ $lookup: lookup }])).toEqual(expected)
  })

  it('are refused by name when there are none such, or more than one at once', () => {
    expect(() => run([], [{ $out: 'elsewhere' }])).toThrow('localcloud does not offer $out')
    expect(() => run([], [{ $limit: 1, $skip: 1 }])).toThrow('exactly one operator')
  })
})

describe('queries', () => {
  const logical = ['$and', '$or', '$nor', '$expr']
  it('have examples for each operator', () =>
    sameNames([...CONDITION_OPERATORS, ...logical], Object.keys(queries), ['equality', 'refused']))

  for (const [operator, examples] of Object.entries(queries)) {
    it.each(examples.map((example) => ({ ...example, title: short(example.query) })))(
      `${operator}: $title`,
      ({ query, documents, finds, refused }) => {
        const find = () => {
          const matches = compileQuery(query)
          return documents.filter((document) => matches(document)).map(({ _id }) => _id)
        }
        if (refused === undefined) expect(find()).toEqual(finds)
        else expect(find).toThrow(refused)
      },
    )
  }
})

describe('updates', () => {
  it('have examples for each operator', () =>
    sameNames(UPDATE_OPERATORS, Object.keys(updates), ['positional', 'refused']))

  for (const [operator, examples] of Object.entries(updates)) {
    it.each(examples.map((example) => ({ ...example, title: short(example.update) })))(
      `${operator}: $title`,
      ({ before, update, query = {}, after, refused }) => {
        const apply = () => applyUpdate(before, update, query, now)
        if (refused !== undefined) return expect(apply).toThrow(refused)
        expect(apply()).toStrictEqual(after)
        expect(Object.keys(apply())).toEqual(Object.keys(after ?? {}))
      },
    )
  }
})

describe('projections', () => {
  it.each(projections.map((example) => ({ ...example, title: short(example.projection) })))(
    '$title',
    ({ document, projection, gives, refused }) => {
      const project = () => compileProjection(projection)(document)
      if (refused === undefined) expect(project()).toStrictEqual(gives)
      else expect(project).toThrow(refused)
    },
  )
})

import { Context } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import { geoQueryOperators } from './geo'
import { boundedRange, indexOfCodePoint, sampleStage, sortStage } from './own-operators'

type Operators = Record<`$${string}`, never>

/** Query operators that the SDK can write (`db.command`). */
export const QUERY_OPERATORS =
  'eq ne gt gte lt lte in nin not exists mod all elemMatch size regex type'.split(' ')
const LOGICAL_OPERATORS = 'and or nor expr'.split(' ')

/** Aggregation stages that the SDK can write (`collection.aggregate()`), but for `$geoNear`, which is our own. */
export const STAGES = (
  'addFields bucket bucketAuto count group limit lookup match project replaceRoot sample skip sort ' +
  'sortByCount unwind'
).split(' ')

/** Accumulators of `$group` (`db.command.aggregate`). */
const ACCUMULATORS = 'addToSet avg first last max mergeObjects min push stdDevPop stdDevSamp sum'.split(' ')

/** Expression operators (`db.command.aggregate`). `meta` needs a text index, which the platform's database has not. */
const EXPRESSIONS = (
  'abs add ceil divide exp floor ln log log10 mod multiply pow sqrt subtract trunc arrayElemAt ' +
  'arrayToObject concatArrays filter in indexOfArray isArray map reduce reverseArray size slice zip and ' +
  'not or cmp eq gt gte lt lte ne cond ifNull switch dateFromParts dateFromString dayOfMonth dayOfWeek ' +
  'dayOfYear isoDayOfWeek isoWeek isoWeekYear millisecond minute month second hour week year literal ' +
  'mergeObjects objectToArray allElementsTrue anyElementTrue setDifference setEquals setIntersection ' +
  'setIsSubset setUnion concat dateToString indexOfBytes split strLenBytes strLenCP ' +
  'strcasecmp substr substrBytes substrCP toLower toUpper let'
).split(' ')

/**
 * What mingo may evaluate: the operators that the SDK can write and nothing else, so that an unknown one fails by name;
 * with our own where mingo's differ from MongoDB. No JavaScript from a query is ever run.
 */
export const mingoOptions = {
  scriptEnabled: false,
  context: Context.init({
    accumulator: pick(accumulators, ACCUMULATORS),
    expression: {
      ...pick(expressions, EXPRESSIONS),
      $range: boundedRange as never,
      $indexOfCP: indexOfCodePoint as never,
    },
    pipeline: { ...pick(pipeline, STAGES), $sort: sortStage as never, $sample: sampleStage as never },
    projection: pick(projections, ['elemMatch', 'slice']),
    query: {
      ...pick(queries, [...QUERY_OPERATORS, ...LOGICAL_OPERATORS]),
      ...(geoQueryOperators as Operators),
    },
  }),
}

function pick(module: object, names: readonly string[]): Operators {
  const operators = module as Record<string, never>
  return Object.fromEntries(
    names.map((name) => {
      const operator = operators[`$${name}`]
      if (!operator) throw new Error(`mingo has no operator $${name}.`)
      return [`$${name}`, operator]
    }),
  )
}

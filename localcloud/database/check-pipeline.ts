import * as v from 'valibot'
import { STAGES } from './dialect'
import type { Document } from './ejson'
import { compileQuery, invalidOperator } from './match'
import { isDocument } from './path'
import { checkOrder } from './sort'

const document = v.custom<Document>(isDocument, 'must be a document')
const nonEmpty = v.pipe(
  document,
  v.check((value) => Object.keys(value).length > 0, 'must not be empty'),
)
const count = v.pipe(v.number(), v.integer(), v.minValue(1))
const path = v.pipe(v.string(), v.regex(/^\$[^$]/, 'must be a path that begins with $'))
const name = v.pipe(v.string(), v.regex(/^[^$.][^.]*$/, 'must be the name of a field'))
const expression = v.union([v.string(), document])

/** What each stage takes, by MongoDB's manual. */
const SHAPES: Readonly<Record<string, v.GenericSchema>> = {
  $match: document,
  $geoNear: document,
  $limit: count,
  $skip: v.pipe(v.number(), v.integer(), v.minValue(0)),
  $sample: v.strictObject({ size: count }),
  $count: name,
  $sort: nonEmpty,
  $project: nonEmpty,
  $addFields: nonEmpty,
  $sortByCount: expression,
  $replaceRoot: v.strictObject({ newRoot: expression }),
  $group: v.objectWithRest({ _id: v.unknown() }, document),
  $unwind: v.union([
    path,
    v.strictObject({
      path,
      includeArrayIndex: v.optional(name),
      preserveNullAndEmptyArrays: v.optional(v.boolean()),
    }),
  ]),
  $bucket: v.strictObject({
    groupBy: expression,
    boundaries: v.pipe(v.array(v.unknown()), v.minLength(2)),
    default: v.optional(v.unknown()),
    output: v.optional(nonEmpty),
  }),
  $bucketAuto: v.strictObject({
    groupBy: expression,
    buckets: count,
    granularity: v.optional(v.string()),
    output: v.optional(nonEmpty),
  }),
  $lookup: v.union([
    v.strictObject({ from: v.string(), localField: v.string(), foreignField: v.string(), as: name }),
    v.strictObject({ from: v.string(), let: v.optional(document), pipeline: v.array(document), as: name }),
  ]),
}

/** @throws PlatformError DATABASE_INVALID_OPERRATOR naming the stage that is unknown or misshapen */
export function checkPipeline(pipeline: readonly Document[]): void {
  for (const [place, stage] of pipeline.entries()) {
    const [operator, ...others] = Object.keys(stage)
    if (operator === undefined || others.length > 0)
      throw invalidOperator('A stage must hold exactly one operator.')
    if (operator !== '$geoNear' && !STAGES.includes(operator.slice(1))) {
      throw invalidOperator(`Unknown aggregation stage ${operator}.`)
    }
    if (operator === '$geoNear' && place > 0) throw invalidOperator('$geoNear must be the first stage.')
    checkStage(operator, stage[operator])
  }
}

function checkStage(operator: string, parameters: unknown): void {
  const result = v.safeParse(SHAPES[operator] ?? v.unknown(), parameters)
  if (!result.success)
    throw invalidOperator(`${operator}: ${v.getDotPath(result.issues[0]) ?? ''} ${result.issues[0].message}`)
  if (operator === '$match') compileQuery(parameters as Document)
  if (operator === '$sort') checkOrder(parameters as Document)
  const nested = operator === '$lookup' && (parameters as { pipeline?: Document[] }).pipeline
  if (nested) checkPipeline(nested)
}

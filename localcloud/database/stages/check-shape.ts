import * as v from 'valibot'
import type { Document } from '../ejson'
import { invalidOperator } from '../invalid-operator'
import { isDocument } from '../path'

const document = v.custom<Document>(isDocument, 'must be a document')
const nonEmpty = v.pipe(
  document,
  v.check((value) => Object.keys(value).length > 0, 'must not be empty'),
)
const count = v.pipe(v.number(), v.integer(), v.minValue(1))
const path = v.pipe(v.string(), v.regex(/^\$[^$.]+(\.[^$.]+)*$/, 'must be a path that begins with $'))
const name = v.pipe(v.string(), v.regex(/^[^$.][^.]*$/, 'must be the name of a field'))
const dotted = v.pipe(v.string(), v.regex(/^[^$.]+(\.[^$.]+)*$/, 'must be the path of a field'))
/** A path or an operator: what a stage groups by. A constant would be one group, and MongoDB refuses it. */
const computed = v.union([
  v.pipe(v.string(), v.startsWith('$')),
  v.pipe(
    document,
    v.check((value) => Object.keys(value)[0]?.startsWith('$') === true, 'must be an expression'),
  ),
])

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
  $sortByCount: computed,
  $replaceRoot: v.strictObject({ newRoot: v.union([v.pipe(v.string(), v.startsWith('$')), document]) }),
  $group: v.objectWithRest({ _id: v.unknown() }, document),
  $unwind: v.union([
    path,
    v.strictObject({
      path,
      includeArrayIndex: v.optional(dotted),
      preserveNullAndEmptyArrays: v.optional(v.boolean()),
    }),
  ]),
  $bucket: v.strictObject({
    groupBy: computed,
    boundaries: v.pipe(v.array(v.unknown()), v.minLength(2)),
    default: v.optional(v.unknown()),
    output: v.optional(nonEmpty),
  }),
  // Without granularity: the series of preferred numbers are not offered.
  $bucketAuto: v.strictObject({ groupBy: computed, buckets: count, output: v.optional(nonEmpty) }),
  $lookup: v.union([
    v.strictObject({ from: v.string(), localField: dotted, foreignField: dotted, as: dotted }),
    v.strictObject({ from: v.string(), let: v.optional(document), pipeline: v.array(document), as: dotted }),
  ]),
}

/** @throws PlatformError DATABASE_INVALID_OPERRATOR naming the parameter that is missing, wrong or not offered */
export function checkShape(operator: string, parameters: unknown): void {
  const result = v.safeParse(SHAPES[operator] ?? v.unknown(), parameters)
  if (result.success) return
  const [issue] = result.issues
  throw invalidOperator(`${operator}: ${v.getDotPath(issue) ?? 'parameters'}: ${issue.message}`)
}

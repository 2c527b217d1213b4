import * as v from 'valibot'

// What wx-server-sdk 4.0.2 sends with each `database.*` action. Strict: an unknown parameter is an operation that
// localcloud does not have yet.

/** Fields that the SDK puts into every database request. */
const common = {
  collectionName: v.string(),
  instance: v.optional(v.undefined_()),
  database: v.optional(v.undefined_()),
  transactionId: v.optional(v.string()),
}
const queried = {
  ...common,
  query: v.optional(v.string()),
  queryType: v.optional(v.picklist(['WHERE', 'DOC'])),
}
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const getSchema = v.strictObject({
  ...queried,
  multi: v.optional(v.boolean()),
  order: v.optional(v.string()),
  offset: v.optional(count),
  limit: v.optional(count),
  projection: v.optional(v.string()),
})
export const insertSchema = v.strictObject({ ...common, data: v.pipe(v.array(v.string()), v.minLength(1)) })
export const modifySchema = v.strictObject({
  ...queried,
  data: v.string(),
  multi: v.boolean(),
  merge: v.boolean(),
  upsert: v.boolean(),
})
export const removeSchema = v.strictObject({ ...queried, multi: v.boolean() })
export const countSchema = v.strictObject(queried)
export const aggregateSchema = v.strictObject({
  ...common,
  stages: v.array(v.strictObject({ stageKey: v.string(), stageValue: v.string() })),
})
export const createSchema = v.strictObject({ ...common, transactionId: v.optional(v.undefined_()) })
export const endSchema = v.strictObject({
  transactionId: v.string(),
  instance: common.instance,
  database: common.database,
})

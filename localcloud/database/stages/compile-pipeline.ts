import type { Document, Value } from '../ejson'
import { compileExpression } from '../expressions/compile-expression'
import { geoNear } from '../geo-near'
import { invalidOperator, unknownOperator } from '../invalid-operator'
import { compileQuery } from '../match'
import { checkOrder, sortDocuments } from '../sort'
import { compileBucket, compileBucketAuto } from './bucket'
import { checkShape } from './check-shape'
import { compileGroup } from './group'
import { compileLookup, type ReadCollection } from './lookup'
import { compileAddFields, compileProject, compileReplaceRoot } from './project'
import type { Stage } from './stage'
import { compileUnwind } from './unwind'

type Build = (spec: never, variables: readonly string[], read: ReadCollection) => Stage

const STAGE_BUILDERS: Readonly<Record<string, Build>> = {
  $addFields: (spec: Document, variables) => compileAddFields(spec, variables),
  $bucket: (spec: Document, variables) => compileBucket(spec, variables),
  $bucketAuto: (spec: Document, variables) => compileBucketAuto(spec, variables),
  $count: (name: string) => (documents) => (documents.length > 0 ? [{ [name]: documents.length }] : []),
  $geoNear: (spec: Document) => (documents) => geoNear(documents, spec),
  $group: (spec: Document, variables) => compileGroup(spec, variables),
  $limit: (count: number) => (documents) => documents.slice(0, count),
  $lookup: (spec: Document, variables, read) =>
    compileLookup(spec, variables, read, (pipeline, names) => compileStages(pipeline, names, read)),
  $match: (query: Document, variables) => {
    const matches = compileQuery(query, variables)
    return (documents, values) => documents.filter((document) => matches(document, values))
  },
  $project: (spec: Document, variables) => compileProject(spec, variables),
  $replaceRoot: (spec: Document, variables) => compileReplaceRoot(spec, variables),
  $sample:
    ({ size }: { size: number }) =>
    (documents) =>
      sample(documents, size),
  $skip: (count: number) => (documents) => documents.slice(count),
  $sort: (order: Document) => {
    checkOrder(order)
    return (documents) => sortDocuments(documents, order)
  },
  $sortByCount: (expression: Value, variables) => {
    compileExpression(expression, variables)
    const group = compileGroup({ _id: expression, count: { $sum: 1 } }, variables)
    return (documents, values) => sortDocuments(group(documents, values), { count: -1 })
  },
  $unwind: (spec: string) => compileUnwind(spec),
}

/** Stages that localcloud offers. */
export const STAGES: readonly string[] = Object.keys(STAGE_BUILDERS)

/**
 * Compiles an aggregation pipeline; every stage is checked before anything is read.
 *
 * @param read reads another collection, for `$lookup`
 * @throws PlatformError DATABASE_INVALID_OPERRATOR naming the stage or operator that is unknown or misshapen
 */
export function compilePipeline(pipeline: readonly Document[], read: ReadCollection): Stage {
  return compileStages(pipeline, [], read)
}

function compileStages(
  pipeline: readonly Document[],
  variables: readonly string[],
  read: ReadCollection,
): Stage {
  const stages = pipeline.map((stage, place) => compileStage(stage, place, variables, read))
  return (documents, values) =>
    stages.reduce<Document[]>((input, stage) => stage(input, values), [...documents])
}

function compileStage(
  stage: Document,
  place: number,
  variables: readonly string[],
  read: ReadCollection,
): Stage {
  const [operator, ...others] = Object.keys(stage)
  if (operator === undefined || others.length > 0)
    throw invalidOperator('A stage must hold exactly one operator.')
  const build = Object.hasOwn(STAGE_BUILDERS, operator) ? STAGE_BUILDERS[operator] : undefined
  if (!build) throw unknownOperator('aggregation stage', operator)
  if (operator === '$geoNear' && place > 0) throw invalidOperator('$geoNear must be the first stage.')
  checkShape(operator, stage[operator])
  return build(stage[operator] as never, variables, read)
}

/** Takes no document twice. */
function sample(documents: readonly Document[], size: number): Document[] {
  const shuffled = documents.map((document) => ({ document, place: Math.random() }))
  shuffled.sort((a, b) => a.place - b.place)
  return shuffled.slice(0, size).map(({ document }) => document)
}

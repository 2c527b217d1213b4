import { Aggregator } from 'mingo'
import { PlatformError } from '../platform-error'
import type { Document } from './ejson'
import { geoNear } from './geo-near'
import { compileQuery, invalidOperator, mingoOptions } from './match'
import { isDocument } from './path'

/** The stages that the SDK can write (`collection.aggregate()`). */
const STAGES = new Set([
  ...[
    '$addFields',
    '$bucket',
    '$bucketAuto',
    '$count',
    '$geoNear',
    '$group',
    '$limit',
    '$lookup',
    '$match',
    '$project',
  ],
  ...['$replaceRoot', '$sample', '$skip', '$sort', '$sortByCount', '$unwind'],
])

/**
 * Runs an aggregation pipeline.
 *
 * @param documents the documents of a collection, the narrower for its first `$match`
 * @throws PlatformError DATABASE_INVALID_OPERRATOR naming a stage or operator that is unknown
 */
export function aggregate(
  documents: (collection: string | null, query: Document) => Iterable<Document>,
  pipeline: readonly Document[],
): Document[] {
  checkPipeline(pipeline)
  const [first, ...rest] = pipeline
  if (first && '$geoNear' in first)
    return run(geoNear([...documents(null, {})], first.$geoNear as Document), rest, documents)
  const query = first && isDocument(first.$match) ? first.$match : {}
  return run([...documents(null, query)], pipeline, documents)
}

function run(
  input: Document[],
  pipeline: readonly Document[],
  documents: (collection: string, query: Document) => Iterable<Document>,
): Document[] {
  const options = { ...mingoOptions, collectionResolver: (name: string) => [...documents(name, {})] }
  try {
    return new Aggregator([...pipeline], options).run<Document>(input)
  } catch (error) {
    if (error instanceof PlatformError) throw error
    throw invalidOperator(`The aggregation failed: ${(error as Error).message}`)
  }
}

function checkPipeline(pipeline: readonly Document[]): void {
  for (const [place, stage] of pipeline.entries()) {
    const [name, ...others] = Object.keys(stage)
    if (name === undefined || others.length > 0)
      throw invalidOperator('A stage must hold exactly one operator.')
    if (!STAGES.has(name)) throw invalidOperator(`Unknown aggregation stage ${name}.`)
    if (name === '$geoNear' && place > 0) throw invalidOperator('$geoNear must be the first stage.')
    if (name === '$match') compileQuery(stage.$match as Document)
    const nested = name === '$lookup' && (stage.$lookup as Document | null)?.pipeline
    if (Array.isArray(nested)) checkPipeline(nested)
  }
}

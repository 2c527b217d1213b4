import { Aggregator } from 'mingo/aggregator'
import { PlatformError } from '../platform-error'
import { checkPipeline } from './check-pipeline'
import { mingoOptions } from './dialect'
import type { Document } from './ejson'
import { geoNear } from './geo-near'
import { invalidOperator } from './match'
import { isDocument } from './path'

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

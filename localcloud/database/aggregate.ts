import type { Document } from './ejson'
import { isDocument } from './path'
import { compilePipeline } from './stages/compile-pipeline'

/**
 * Runs an aggregation pipeline.
 *
 * @param documents the documents of a collection, of which those that the first `$match` excludes may be left out
 * @throws PlatformError DATABASE_INVALID_OPERRATOR naming a stage or operator that is unknown
 */
export function aggregate(
  documents: (collection: string | null, query: Document) => Iterable<Document>,
  pipeline: readonly Document[],
): Document[] {
  const run = compilePipeline(pipeline, (name) => [...documents(name, {})])
  const query = pipeline[0] && isDocument(pipeline[0].$match) ? pipeline[0].$match : {}
  return run([...documents(null, query)], {})
}

import type { Document } from './ejson'
import { distanceMetres, pointOf } from './geo'
import { compileQuery } from './match'
import { isDocument, valuesAt } from './path'
import { compileProjection } from './projection'
import { checkOrder, sortDocuments } from './sort'

/** What to take of a collection, in what order and with which fields. */
export interface FindRequest {
  readonly query: Document
  readonly order: Document
  readonly offset: number
  readonly limit: number
  readonly projection: Document
}

/**
 * Filters, sorts, pages and projects documents, as `find().sort().skip().limit().project()` of MongoDB.
 *
 * @param sorted the documents come in the requested order already
 */
export function findIn(documents: Iterable<Document>, sorted: boolean, request: FindRequest): Document[] {
  const matches = compileQuery(request.query)
  const compiled = compileOrder(request)
  const order = sorted ? undefined : compiled
  const hasProjection = Object.keys(request.projection).length > 0
  const project = hasProjection ? compileProjection(request.projection) : (document: Document) => document
  const end = request.offset + request.limit
  const found: Document[] = []
  for (const document of documents) {
    if (!matches(document)) continue
    found.push(document)
    if (!order && found.length === end) break
  }
  return (order ? order(found) : found).slice(request.offset, end).map(project)
}

function compileOrder({ order, query }: FindRequest): ((documents: Document[]) => Document[]) | undefined {
  if (Object.keys(order).length === 0) return nearestFirst(query)
  checkOrder(order)
  return (documents) => sortDocuments(documents, order)
}

/** `$nearSphere` sorts by distance unless the query asks for another order. */
function nearestFirst(query: Document): ((documents: Document[]) => Document[]) | undefined {
  const near = Object.entries(query).find(
    ([, condition]) => isDocument(condition) && '$nearSphere' in condition,
  )
  if (!near) return undefined
  const [field, condition] = near as [string, { $nearSphere: { $geometry: unknown } }]
  const centre = pointOf(condition.$nearSphere.$geometry) ?? [0, 0]
  const distance = (document: Document) =>
    distanceMetres(centre, pointOf(valuesAt(document, field)[0]) ?? [0, 0])
  return (documents) => documents.sort((a, b) => distance(a) - distance(b))
}

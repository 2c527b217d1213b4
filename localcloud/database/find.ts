import { Query } from 'mingo/query'
import { mingoOptions } from './dialect'
import type { Document } from './ejson'
import { distanceMetres, pointsOf } from './geo'
import { compileQuery, invalidOperator } from './match'
import { isDocument, valuesAt } from './path'
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
  const project = compileProjection(request.projection)
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
  const centre = pointsOf(condition.$nearSphere.$geometry)[0] ?? [0, 0]
  const distance = (document: Document) =>
    distanceMetres(centre, pointsOf(valuesAt(document, field)[0])[0] ?? [0, 0])
  return (documents) => documents.sort((a, b) => distance(a) - distance(b))
}

function compileProjection(projection: Document): (document: Document) => Document {
  if (Object.keys(projection).length === 0) return (document) => document
  for (const value of Object.values(projection).filter(isDocument)) {
    const operator = Object.keys(value)[0] ?? ''
    if (operator !== '$slice' && operator !== '$elemMatch')
      throw invalidOperator(`Unknown projection operator ${operator}.`)
  }
  return (document) => {
    try {
      return new Query({}, mingoOptions).find<Document>([document], projection).next() as Document
    } catch (error) {
      throw invalidOperator(`The projection cannot be applied: ${(error as Error).message}`)
    }
  }
}

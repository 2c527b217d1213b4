import { changeAt } from './change-path'
import type { Document } from './ejson'
import { distanceMetres, pointOf } from './geo'
import { invalidOperator } from './invalid-operator'
import { compileQuery } from './match'
import { isDocument, valuesAt } from './path'

/** The `$geoNear` stage: documents nearest first, with their distance in metres in `distanceField`. */
export function geoNear(documents: readonly Document[], options: Document): Document[] {
  const {
    near,
    distanceField,
    key,
    query = {},
    minDistance = 0,
    maxDistance = Number.POSITIVE_INFINITY,
  } = options
  const centre = pointOf(near)
  if (!centre || typeof distanceField !== 'string' || typeof key !== 'string' || !isDocument(query)) {
    throw invalidOperator('$geoNear needs near, distanceField and key.')
  }
  const matches = compileQuery(query)
  const multiplier = Number(options.distanceMultiplier ?? 1)
  return documents
    .flatMap((document) => {
      const point = pointOf(valuesAt(document, key)[0])
      if (!point || !matches(document)) return []
      return [{ document, distance: distanceMetres(centre, point) }]
    })
    .filter(({ distance }) => distance >= Number(minDistance) && distance <= Number(maxDistance))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, Number(options.limit ?? options.num ?? documents.length))
    .map(({ document, distance }) => {
      changeAt(document, distanceField, () => distance * multiplier)
      if (typeof options.includeLocs === 'string')
        changeAt(document, options.includeLocs, () => valuesAt(document, key)[0])
      return document
    })
}

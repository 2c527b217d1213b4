import type { Document, Value } from '../ejson'
import { getAt, type Stage, withValueAt } from './stage'

interface Unwind {
  readonly path: string
  readonly includeArrayIndex?: string
  readonly preserveNullAndEmptyArrays?: boolean
}

/** `$unwind`: one document for each element of an array; what is no array counts as its only element. */
export function compileUnwind(spec: string | Unwind): Stage {
  const {
    path,
    includeArrayIndex: index,
    preserveNullAndEmptyArrays: keep = false,
  } = typeof spec === 'string' ? { path: spec } : spec
  const steps = path.slice(1).split('.')
  const indexed = (document: Document, place: number | null) =>
    index === undefined ? document : withValueAt(document, index.split('.'), place)
  return (documents) =>
    documents.flatMap((document) => {
      const value: Value = getAt(document, steps)
      if (Array.isArray(value) && value.length > 0)
        return value.map((item, place) => indexed(withValueAt(document, steps, item), place))
      if (Array.isArray(value)) return keep ? [indexed(withValueAt(document, steps, undefined), null)] : []
      if (value === null || value === undefined) return keep ? [indexed(document, null)] : []
      return [indexed(document, null)]
    })
}

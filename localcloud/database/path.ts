import type { Value } from './ejson'

/**
 * Every value that a dotted path reaches, descending into arrays as MongoDB does: `a.b` of `{a:[{b:1},{b:2}]}` is `1, 2`
 * and of `{a:[[1]]}` with path `a.0` is `[1]`. A missing branch yields `undefined`.
 */
export function valuesAt(value: Value, path: string): Value[] {
  const dot = path.indexOf('.')
  const field = dot < 0 ? path : path.slice(0, dot)
  const rest = dot < 0 ? '' : path.slice(dot + 1)
  if (Array.isArray(value)) {
    const indexed =
      /^\d+$/.test(field) && Number(field) < value.length ? step(value[Number(field)], rest) : []
    const nested = value.filter(isDocument).flatMap((item) => valuesAt(item, path))
    return indexed.length + nested.length > 0 ? [...indexed, ...nested] : [undefined]
  }
  return isDocument(value) && Object.hasOwn(value, field) ? step(value[field], rest) : [undefined]
}

/** True for a plain document, false for arrays, dates and the other values that are objects to JavaScript. */
export function isDocument(value: Value): value is { [field: string]: Value } {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function step(value: Value, rest: string): Value[] {
  return rest === '' ? [value] : valuesAt(value, rest)
}

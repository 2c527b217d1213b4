/**
 * What this app and @noble call and the oldest engines of the browserslist lack; import first in app.tsx. Babel
 * rewrites syntax only. A test looks for further calls of this kind in the built bundles.
 */

// biome-ignore lint/suspicious/noPrototypeBuiltins: the function it recommends is the one that is made here
Object.hasOwn ??= (object, key) => Object.prototype.hasOwnProperty.call(object, key) // iOS 15.4

// chrome 73
Object.fromEntries ??= (entries: Iterable<readonly [PropertyKey, unknown]>) => {
  const object: Record<PropertyKey, unknown> = {}
  for (const [key, value] of entries) object[key] = value
  return object
}

define(Array.prototype, 'at', function at<T>(this: T[], index: number): T | undefined {
  return this[index < 0 ? this.length + index : index] // iOS 15.4
})

define(Array.prototype, 'flatMap', function flatMap<T, U>(this: T[], map: (value: T, index: number) => U[]) {
  return this.reduce<U[]>((all, value, index) => all.concat(map(value, index)), []) // chrome 69
})

/** Not enumerable, as a builtin is not: `for … in` over an array must not meet it. */
function define(prototype: object, name: string, method: unknown): void {
  if (name in prototype) return
  Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true })
}

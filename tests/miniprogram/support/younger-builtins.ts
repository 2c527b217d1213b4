/** What the language has gained since the oldest engines of our browserslist, chrome 67 and iOS 14.5, by owner. */
export const YOUNGER_BUILTINS = {
  Object: ['hasOwn', 'fromEntries', 'groupBy'],
  'Array.prototype': [
    ...['at', 'findLast', 'findLastIndex', 'flat', 'flatMap'],
    ...['toSorted', 'toReversed', 'toSpliced', 'with'],
  ],
  'String.prototype': ['at', 'replaceAll', 'matchAll', 'isWellFormed', 'toWellFormed'],
  'Object.getPrototypeOf(Uint8Array.prototype)': [
    ...['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with'],
  ],
  Promise: ['allSettled', 'any', 'withResolvers'],
  this: [
    'Intl',
    'WeakRef',
    'FinalizationRegistry',
    'SharedArrayBuffer',
    'Atomics',
    'WebAssembly',
    'globalThis',
  ],
} as const

/** A number of MongoDB: a double or a whole number of up to 64 bits. */
export type Numeric = number | bigint

/** True for every number, NaN and infinities included. */
export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint'
}

/** Adds; whole numbers exactly as long as the sum fits into 64 bits, and as doubles beyond. */
export function add(a: Numeric, b: Numeric): Numeric {
  return combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
  )
}

/** Subtracts, with the care of {@link add}. */
export function subtract(a: Numeric, b: Numeric): Numeric {
  return combine(
    a,
    b,
    (x, y) => x - y,
    (x, y) => x - y,
  )
}

/** Multiplies, with the care of {@link add}. */
export function multiply(a: Numeric, b: Numeric): Numeric {
  return combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
  )
}

/** A whole number in the form that values have: a `number` where that is exact. Undefined when it needs over 64 bits. */
export function toLong(exact: bigint): Numeric | undefined {
  if (exact !== BigInt.asIntN(64, exact)) return undefined
  const number = Number(exact)
  return Number.isSafeInteger(number) ? number : exact
}

/** True for a whole number that MongoDB keeps as an integer, not as a double. */
export function isInteger(value: unknown): value is Numeric {
  return typeof value === 'bigint' || Number.isSafeInteger(value)
}

function combine(
  a: Numeric,
  b: Numeric,
  doubles: (a: number, b: number) => number,
  integers: (a: bigint, b: bigint) => bigint,
): Numeric {
  const double = doubles(Number(a), Number(b))
  if (!isInteger(a) || !isInteger(b)) return double
  if (Number.isSafeInteger(double) && typeof a === 'number' && typeof b === 'number') return double
  return toLong(integers(BigInt(a), BigInt(b))) ?? double
}

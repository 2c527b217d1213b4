/** Values at the edges of a field: all that must be accepted, and all that must not. */
export interface Edges {
  readonly good: readonly [unknown, ...unknown[]]
  readonly bad: readonly unknown[]
  /** The field may be left out. */
  readonly isOptional?: true
}

const NO_TEXT = [null, 7, true, ['a'], {}]

export function text(good: Edges['good'], bad: readonly unknown[]): Edges {
  // An array of one text turns into that text where something makes a string of it.
  return { good, bad: [...bad, ...NO_TEXT, [good[0]]] }
}

export function whole(least: number, most: number): Edges {
  const beside = [least - 1, most + 1, least + 0.5, Number.NaN, Number.POSITIVE_INFINITY]
  return { good: [least, most], bad: [...beside, null, String(least), true, [least], {}] }
}

export const YES_OR_NO: Edges = { good: [true, false], bad: [null, 0, 1, 'true', [true], {}] }

export const YES: Edges = { good: [true], bad: [false, null, 1, 'true'] }

export function oneOf(...words: [string, ...string[]]): Edges {
  return { good: words, bad: ['', 'other', `${words[0]} `, words[0].toUpperCase(), ...NO_TEXT] }
}

export function list(item: Edges, least: number, most: number): Edges {
  const of = (count: number) => Array.from({ length: Math.max(0, count) }, () => item.good[0])
  return {
    good: [of(least), of(most), ...item.good.map((good) => [...of(least - 1), good])],
    bad: [
      ...(least > 0 ? [of(least - 1)] : []),
      of(most + 1),
      ...item.bad.map((bad) => [bad]),
      null,
      'x',
      7,
      {},
    ],
  }
}

/** @param exact an explicit `undefined` is refused */
export function optional(edges: Edges, { exact = false } = {}): Edges {
  return exact
    ? { ...edges, bad: [...edges.bad, undefined], isOptional: true }
    : { ...edges, good: [...edges.good, undefined], isOptional: true }
}

/**
 * An object that has these members and no others.
 *
 * @param loose others are left out of what is parsed instead of being refused
 */
export function members(fields: Readonly<Record<string, Edges>>, { loose = false } = {}): Edges {
  const names = Object.keys(fields)
  const base = Object.fromEntries(names.map((name) => [name, fields[name]?.good[0]]))
  const without = (left: string) => Object.fromEntries(Object.entries(base).filter(([name]) => name !== left))
  const varied = (kind: 'good' | 'bad') =>
    names.flatMap((name) => (fields[name]?.[kind] ?? []).map((value) => ({ ...base, [name]: value })))
  const isOptional = (name: string) => fields[name]?.isOptional === true
  return {
    good: [base, ...varied('good'), ...names.filter(isOptional).map(without)],
    bad: [
      ...varied('bad'),
      ...names.filter((name) => !isOptional(name)).map(without),
      ...(loose ? [] : [{ ...base, unasked: 1 }, ['unasked']]),
      ...[null, 'x', 7, true],
    ],
  }
}

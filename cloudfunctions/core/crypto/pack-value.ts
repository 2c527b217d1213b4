/** Whatever a record may hold: JSON, and dates. */
export type Packable =
  | string
  | number
  | boolean
  | null
  | undefined
  | Date
  | readonly Packable[]
  | { readonly [name: string]: Packable }

/**
 * One text for one value, whatever order its members were written or read in: members are sorted, dates are
 * `{"$date": <Unix milliseconds>}`, and an undefined member is left out, as the database leaves it out.
 *
 * @throws TypeError for what neither JSON nor the database can hold
 */
export function packValue(value: unknown): string {
  return JSON.stringify(ordered(value))
}

/** Reads what {@link packValue} wrote. White space at the end is allowed: it is padding. */
export function unpackValue(text: string): unknown {
  return JSON.parse(text, (_name, value: unknown) => {
    const at = (value as { $date?: unknown } | null)?.$date
    return typeof at === 'number' ? new Date(at) : value
  })
}

function ordered(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (value instanceof Date) return { $date: value.getTime() }
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    throw new TypeError('A record holds JSON and dates, and nothing else.')
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, ordered(member)]),
  )
}

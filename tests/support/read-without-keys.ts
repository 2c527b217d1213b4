import { createHash } from 'node:crypto'
import type { Stored } from '@nansha/core/platform/database'
import type { WaitingGuest } from '@nansha/core/records/waiting-guests'

/** Everything that lies in a database, by collection. */
export type Dump = Readonly<Record<string, readonly Stored[]>>

interface Found extends Stored {
  readonly collection: string
  readonly at?: Date
}

/** The collections in which what somebody did leaves records: where they were, what they showed, what they asked for. */
export const WHAT_PEOPLE_DID = [
  'uses',
  'waitingGuests',
  'deskCodes',
  'deskDigits',
  'digitsDays',
  'events',
  'alerts',
  'handles',
  'refusedChecks',
  'cardChecks',
  'recordLooks',
  'shifts',
  'passDays',
  'requests',
] as const

/** What belongs to organisations: who works there is no secret of a citizen. */
const OF_ORGANISATIONS = ['organisations', 'staff', 'invitations', 'officerDays', 'statusLists']
/** Words that this code is known to put behind an id before it takes a fingerprint of both. */
const WORDS = [
  'presented',
  'refused',
  'issued',
  'accepted',
  'TICKET_REPLAYED',
  'PORTRAIT_MISMATCH',
  'handle',
  'use',
]
/** An id of 16 bytes. Shorter texts are words and names, which many records share. */
const SHORTEST = 22

/**
 * What a reader of a copy of the database, without its keys, makes of it: for each use, or stay, the citizens to whom a
 * chain of equal values leads. Values are whole texts, their parts, SHA-256 of them alone and with the words of the
 * code, and times to the millisecond.
 */
export function linkByValues(
  dump: Dump,
  from: string,
): { readonly id: string; readonly citizens: string[] }[] {
  const records = recordsOf(dump)
  const groups = groupByValues(records, wordsOf(dump))
  const citizens = records.filter(({ collection }) => collection === 'citizens')
  return records
    .filter(({ collection }) => collection === from)
    .map((use) => ({
      id: use._id,
      citizens: citizens.filter((one) => groups.get(one) === groups.get(use)).map(({ _id }) => _id),
    }))
}

/**
 * What can be seen of each citizen, apart from values that stand nowhere else: of which collections there are records, with
 * what fields, how long each text is and what each time. If that is the same for all, nothing that anybody computes from it
 * tells one from another.
 */
export function sightOfCitizens(dump: Dump): string[] {
  const records = recordsOf(dump)
  const groups = groupByValues(records, wordsOf(dump))
  return records
    .filter(({ collection }) => collection === 'citizens')
    .map((citizen) => {
      const around = records.filter((one) => groups.get(one) === groups.get(citizen))
      return around.map(sightOf).sort().join('\n')
    })
}

/** How long the sealed part of each record is, by collection. */
export function sealedLengths(dump: Dump): Record<string, number[]> {
  const lengths = Object.entries(dump).map(([name, records]): [string, number[]] => {
    const sealed = records.map((record) => String((record as { sealed?: unknown }).sealed ?? '').length)
    return [name, [...new Set(sealed)]]
  })
  return Object.fromEntries(lengths)
}

function sightOf({ collection, _id, ...fields }: Found): string {
  const seen = Object.entries(fields as Record<string, unknown>).map(([field, value]) => {
    if (value instanceof Date) return `${field}=${value.toISOString()}`
    if (typeof value !== 'string' || value.length < SHORTEST) return `${field}=${JSON.stringify(value)}`
    return `${field}:${value.length}`
  })
  return `${collection} ${seen.sort().join(' ')}`
}

function recordsOf(dump: Dump): Found[] {
  return Object.entries(dump)
    .filter(([collection]) => !OF_ORGANISATIONS.includes(collection))
    .flatMap(([collection, records]) => records.map((record) => ({ ...record, collection })))
}

/** Whatever stands in the records of organisations, and names the one key to which all guests are sealed. */
function wordsOf(dump: Dump): ReadonlySet<string> {
  const words = OF_ORGANISATIONS.flatMap((collection) => (dump[collection] ?? []).flatMap(partsOf))
  const receivers = (dump.waitingGuests ?? []).map(
    (record) => (record as Partial<WaitingGuest>).guest?.sealed.kid ?? '',
  )
  return new Set([...words, ...receivers])
}

/** Records between which a chain of equal values leads have the same group. */
function groupByValues(records: readonly Found[], known: ReadonlySet<string>): Map<Found, number> {
  const parents = records.map((_, index) => index)
  const rootOf = (index: number): number => {
    const parent = parents[index] ?? index
    return parent === index ? index : rootOf(parent)
  }
  const owners = new Map<string, number>()
  for (const [index, record] of records.entries()) {
    for (const value of valuesOf(record, known)) {
      const owner = owners.get(value)
      if (owner === undefined) owners.set(value, index)
      else parents[rootOf(index)] = rootOf(owner)
    }
  }
  return new Map(records.map((record, index) => [record, rootOf(index)]))
}

function valuesOf(record: Found, known: ReadonlySet<string>): Set<string> {
  const long = partsOf(record).filter((text) => text.length >= SHORTEST && !known.has(text))
  const digests = long.flatMap((text) => [text, ...WORDS.map((word) => `${text}.${word}`)]).flatMap(digestsOf)
  return new Set([...long, ...digests, ...timesOf(record)])
}

function digestsOf(text: string): string[] {
  const digest = createHash('sha256').update(text).digest()
  return [digest.toString('base64url'), digest.toString('hex')]
}

/** Whole texts and their parts. */
function partsOf(value: unknown): string[] {
  return textsOf(value).flatMap((text) => [text, ...text.split(/[.:/~]/)])
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || value instanceof Date) return []
  return Object.values(value).flatMap(textsOf)
}

/** Whole hours are shared by all. */
function timesOf(value: unknown): string[] {
  if (value instanceof Date) return value.getTime() % 3600_000 === 0 ? [] : [value.toISOString()]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(timesOf)
}

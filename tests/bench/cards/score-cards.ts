export const FIELDS = ['name', 'sex', 'ethnicity', 'birth', 'address', 'number'] as const
export type FieldName = (typeof FIELDS)[number]

/** What `truth.json` says of one photo: sex as 男/女 or male/female, birth as `YYYY-M-D`. */
export type Truth = Readonly<Record<FieldName, string>>

/** One photo read, in the words of {@link Truth}; `confirm` asks a person to compare the value with the card. */
export type CardResult =
  | { readonly refused: string; readonly ms: number }
  | { readonly fields: Readonly<Record<FieldName, { value: string; confirm: boolean }>>; readonly ms: number }

export interface CardScore {
  readonly cards: number
  /** photos refused with a reason; the rates below are of the others */
  readonly refused: number
  readonly fields: Readonly<Record<FieldName, number>>
  readonly allSix: number
  /** wrong values that nobody would be asked to confirm */
  readonly silentErrors: number
  readonly msPerCard: number
}

export function isRight(field: FieldName, read: string, truth: string): boolean {
  return canonical(field, read) === canonical(field, truth)
}

/** Scores readings against the truth, photo by photo. */
export function scoreCards(pairs: readonly { truth: Truth; result: CardResult }[]): CardScore {
  const read = pairs.flatMap(({ truth, result }) =>
    'fields' in result ? [{ truth, fields: result.fields }] : [],
  )
  const rate = (right: (card: (typeof read)[number]) => boolean) =>
    read.length === 0 ? 0 : read.filter(right).length / read.length
  const rightIn = (field: FieldName) => (card: (typeof read)[number]) =>
    isRight(field, card.fields[field].value, card.truth[field])
  return {
    cards: pairs.length,
    refused: pairs.length - read.length,
    fields: Object.fromEntries(FIELDS.map((field) => [field, rate(rightIn(field))])) as Record<
      FieldName,
      number
    >,
    allSix: rate((card) => FIELDS.every((field) => rightIn(field)(card))),
    silentErrors: read
      .flatMap((card) => FIELDS.map((field) => !rightIn(field)(card) && !card.fields[field].confirm))
      .filter(Boolean).length,
    msPerCard: Math.round(pairs.reduce((sum, { result }) => sum + result.ms, 0) / Math.max(1, pairs.length)),
  }
}

function canonical(field: FieldName, value: string): string {
  if (field === 'sex') return { 男: 'male', 女: 'female' }[value] ?? value
  if (field === 'birth') return value.split('-').map(Number).join('-')
  return value.replaceAll(/\s/g, '')
}

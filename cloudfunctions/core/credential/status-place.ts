/** Where the status of a credential is published: a bit pair in one of the status lists. */
export interface StatusPlace {
  readonly list: number
  readonly index: number
}

/** `<list>.<index>`: the id of a credential's record, so that a place is given once and never again. */
export function placeId({ list, index }: StatusPlace): string {
  return `${list}.${index}`
}

/** @param id of a credential's record */
export function parsePlaceId(id: string): StatusPlace {
  const [list, index] = id.split('.').map(Number)
  if (list === undefined || index === undefined) throw new Error('A credential has an id that is no place.')
  return { list, index }
}

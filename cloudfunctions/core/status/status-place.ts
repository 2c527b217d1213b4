/** Where the status of a credential is published: a bit pair in one of the status lists. */
export interface StatusPlace {
  readonly list: number
  readonly index: number
}

/** Credentials in one list: enough company that fetching a list tells nothing, small enough to hold offline. */
export const STATUS_LIST_SIZE = 131_072

/** `<list>.<index>`: the id of a credential's record, so that a place is given once and never again. */
export function placeId({ list, index }: StatusPlace): string {
  return `${list}.${index}`
}

/** Address of a status list token; a URL of the function `trust`. */
export function statusUri(issuerUrl: string, list: number): string {
  return `${issuerUrl}/status/${list}`
}

import { DAY_SECONDS } from '../clock/durations'
/** `typ` of a status list token (draft-ietf-oauth-status-list §5.1). */
export const STATUS_LIST_TYPE = 'statuslist+jwt'
/** Two bits a credential. */
export const STATUS_BITS = 2
/** Credentials in one list: enough company that fetching a list tells nothing, small enough to hold offline. */
export const STATUS_LIST_SIZE = 131_072
/** A list may be used this long after it was signed: a day without network. */
export const STATUS_LIST_SECONDS = DAY_SECONDS

/** Values of draft-ietf-oauth-status-list §7.1. */
const STATUS_VALUES = { valid: 0, revoked: 1, frozen: 2 } as const
export type CredentialStatus = keyof typeof STATUS_VALUES

/** Packs statuses from the least significant bits of each byte on (§4.1). @param statuses all others are valid */
export function packStatuses(statuses: Iterable<readonly [index: number, CredentialStatus]>): Uint8Array {
  const bytes = new Uint8Array((STATUS_LIST_SIZE * STATUS_BITS) / 8)
  for (const [index, status] of statuses) {
    if (index < 0 || index >= STATUS_LIST_SIZE) throw new RangeError(`No place ${index} in a status list.`)
    bytes[index >> 2] = (bytes[index >> 2] as number) | (STATUS_VALUES[status] << ((index & 3) * STATUS_BITS))
  }
  return bytes
}

/** @returns `undefined` beyond the end of the list, and for the fourth value, which has no meaning here */
export function statusAt(bytes: Uint8Array, index: number): CredentialStatus | undefined {
  const byte = Number.isInteger(index) && index >= 0 ? bytes[Math.floor(index / 4)] : undefined
  if (byte === undefined) return undefined
  const value = (byte >> ((index & 3) * STATUS_BITS)) & 0b11
  return (Object.keys(STATUS_VALUES) as CredentialStatus[]).find((name) => STATUS_VALUES[name] === value)
}

/** Address of a status list token; a URL of the function `trust`. */
export function statusUri(issuerUrl: string, list: number): string {
  return `${issuerUrl}/status/${list}`
}

/** Address of a list of the credentials for online presentations, whose tokens carry `x5c`. */
export function onlineStatusUri(issuerUrl: string, list: number): string {
  return `${issuerUrl}/online-status/${list}`
}

/** @returns the number of the list at an address, or `undefined` when it is none of this issuer's */
export function statusListAt(issuerUrl: string, uri: string): number | undefined {
  const list = Number(uri.slice(uri.lastIndexOf('/') + 1))
  return Number.isSafeInteger(list) && statusUri(issuerUrl, list) === uri ? list : undefined
}

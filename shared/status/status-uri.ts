/** Address of a status list token; a URL of the function `trust`. */
export function statusUri(issuerUrl: string, list: number): string {
  return `${issuerUrl}/status/${list}`
}

/** @returns the number of the list at an address, or `undefined` when it is none of this issuer's */
export function statusListAt(issuerUrl: string, uri: string): number | undefined {
  const list = Number(uri.slice(uri.lastIndexOf('/') + 1))
  return Number.isSafeInteger(list) && statusUri(issuerUrl, list) === uri ? list : undefined
}

/** @returns the host of an address without its port, in lower case */
export function webHost(address: string): string {
  return /^https?:\/\/([A-Za-z0-9.-]+)(?::\d+)?\//.exec(address)?.[1]?.toLowerCase() ?? ''
}

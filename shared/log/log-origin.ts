/**
 * What an issuer's log is called: the address where it is served, without the scheme (C2SP tlog-tiles, "Parameters").
 *
 * @param iss `https://…` without a slash at the end
 */
export function logOrigin(iss: string): string {
  return `${iss.replace(/^https?:\/\//, '')}/log`
}

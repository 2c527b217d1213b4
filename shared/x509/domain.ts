/** Labels of letters, digits and hyphens; the last one is no number, so that no address passes for a name. */
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** Whether a text is a host name as certificates and registrations hold it. */
export function isDomain(text: string): boolean {
  return DOMAIN.test(text)
}

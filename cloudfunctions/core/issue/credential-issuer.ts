/** Where the function `issue` is served; `httpPath` of `functions.json`. */
const PATH = '/issue'

/** The one configuration that is offered, by the name of its type. */
export const CONFIGURATION = 'resident-id'

export const PRE_AUTHORISED_GRANT = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'

/** @returns the Credential Issuer Identifier (OpenID4VCI 1.0 §12.2.1): on the host of the issuer's URL, beside its path */
export function credentialIssuer(issuerUrl: string): string {
  return new URL(PATH, issuerUrl).href
}

/** @returns the path of a request below the identifier; the trigger path comes first or not, by how the domain is set up */
export function pathBelow(path: string): string {
  const all = path.split('/').filter(Boolean)
  const own = PATH.slice(1)
  // A well-known document stands before the path of the identifier (RFC 8615).
  if (all[0] === '.well-known' && all[2] === own) return all.slice(0, 2).join('/')
  return (all[0] === own ? all.slice(1) : all).join('/')
}

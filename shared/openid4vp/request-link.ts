import * as v from 'valibot'

/** `client_id` of a relying party: the SHA-256 of its certificate (OpenID4VP 1.0 §5.9.3). */
export const clientIdText = v.pipe(v.string(), v.regex(/^x509_hash:[A-Za-z0-9_-]{43}$/))

/** An `https` address; `http` for the clouds of developers, where the relay alone decides whether it may be reached. */
export const webAddress = v.pipe(
  v.string(),
  v.maxLength(500),
  v.regex(/^https?:\/\/[A-Za-z0-9.:-]+\/[\x21-\x7e]*$/),
)

/** What a portal's QR or link says: whose request it is, and where it lies. */
export interface RequestLink {
  readonly clientId: string
  readonly requestUri: string
}

/** Under the deployment's own domain, so that the chat app's scanner opens the mini-program; or the scheme of other wallets. */
const PLACES = [/^https?:\/\/[A-Za-z0-9.:-]+\/vp\/?\?/, /^(?:openid4vp|haip-vp):\/\/[A-Za-z0-9./-]*\?/]
const LONGEST = 1200

const Link = v.object({
  client_id: clientIdText,
  request_uri: webAddress,
  request_uri_method: v.literal('post'),
})

/** Whether a scanned text means to be a link of a portal; whether it is any good is for {@link readRequestLink}. */
export function isRequestLink(text: string): boolean {
  return PLACES.some((place) => place.test(text))
}

/** Writes the link of a request. @param base `https://id.example/vp/` of the deployment */
export function createRequestLink(base: string, { clientId, requestUri }: RequestLink): string {
  const parameters = { client_id: clientId, request_uri: requestUri, request_uri_method: 'post' }
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${base}?${query.join('&')}`
}

/**
 * Reads a portal's link (OpenID4VP 1.0 §5.10). The request itself must come from `request_uri` by POST, so that it can repeat this
 * wallet's nonce; a request in the link itself is unsigned and is refused.
 *
 * @returns `undefined` for anything else, and for a parameter that comes twice
 */
export function readRequestLink(text: string): RequestLink | undefined {
  if (text.length > LONGEST || !isRequestLink(text)) return undefined
  const pairs = text
    .slice(text.indexOf('?') + 1)
    .split('#', 1)
    .flatMap((query) => query.split('&'))
    .map((pair) => pair.split('='))
  const parameters = new Map<string, string>()
  for (const [name = '', ...value] of pairs) {
    const decoded = decodeParameter(value.join('='))
    if (decoded === undefined || parameters.has(name)) return undefined
    parameters.set(name, decoded)
  }
  if (parameters.has('request')) return undefined
  const link = v.safeParse(Link, Object.fromEntries(parameters))
  if (!link.success) return undefined
  return { clientId: link.output.client_id, requestUri: link.output.request_uri }
}

function decodeParameter(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

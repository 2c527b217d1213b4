import { readLimited } from './read-limited'

/** To whom a message goes, and how much of an answer is waited for and read. */
export interface JwtEndpoint {
  readonly fetch: typeof fetch
  readonly url: string
  readonly timeoutMs: number
  /** Bytes. */
  readonly largestAnswer: number
}

/**
 * Posts a signed message. What is in it is about persons, so it goes where it was meant to and nowhere else: redirects are not
 * followed.
 *
 * @param jwt compact JWS
 * @returns the body of a good answer, `undefined` when there was none, or a larger one
 */
export async function postJwt(
  { fetch, url, timeoutMs, largestAnswer }: JwtEndpoint,
  jwt: string,
): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/jwt' },
      body: jwt,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) return undefined
    return await readLimited(response, largestAnswer)
  } catch {
    return undefined // no network, or nobody there
  }
}

import { createHmac, timingSafeEqual } from 'node:crypto'

/** Makes and checks links to files that work for a limited time. */
export interface UrlSigner {
  /** The path and query of a link that works until `expiresAt` (milliseconds), for one method. */
  sign(method: 'GET' | 'PUT', path: string, expiresAt: number): string
  /** True while the token of a request is right and not expired. */
  verify(method: string, path: string, token: string, now: number): boolean
}

/** @param secret made once per data folder, so that links survive a restart */
export function createUrlSigner(secret: string): UrlSigner {
  const signature = (method: string, path: string, expiresAt: string) =>
    createHmac('sha256', secret).update(`${method}\n${path}\n${expiresAt}`).digest('base64url')
  return {
    sign(method, path, expiresAt) {
      const token = `${expiresAt}.${signature(method, path, String(expiresAt))}`
      // Not escaped: the SDK does that itself before it downloads.
      return `/files/${path}?token=${token}`
    },
    verify(method, path, token, now) {
      const [expiresAt = '', given = ''] = token.split('.')
      const expected = Buffer.from(signature(method, path, expiresAt))
      const actual = Buffer.from(given)
      return actual.length === expected.length && timingSafeEqual(actual, expected) && Number(expiresAt) > now
    },
  }
}

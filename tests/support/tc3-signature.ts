import { createHash, createHmac } from 'node:crypto'
import type { Received } from './http-server'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/**
 * Checks a request as Tencent Cloud does: API signature v3, TC3-HMAC-SHA256, written here from its documentation and not
 * from the client's code.
 *
 * @returns whether the signature over method, path, named headers and body is right, and the timestamp fresh
 */
export function isSignedRight(
  { method, url, headers, body }: Received,
  secretId: string,
  secretKey: string,
): boolean {
  const pattern =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/([\d-]+)\/(\w+)\/tc3_request, SignedHeaders=([\w;-]+), Signature=(\w+)$/
  const [, id, date = '', service = '', signedHeaders = '', signature] =
    pattern.exec(headers.authorization ?? '') ?? []
  const timestamp = String(headers['x-tc-timestamp'])
  if (id !== secretId || !signedHeaders.includes('content-type') || !signedHeaders.includes('host'))
    return false
  if (Math.abs(Number(timestamp) - Date.now() / 1000) > 300) return false
  if (new Date(Number(timestamp) * 1000).toISOString().slice(0, 10) !== date) return false

  // The client signs the host without its port, which the real endpoint never has.
  const value = (name: string) => {
    const text = String(headers[name]).toLowerCase()
    return name === 'host' ? text.replace(/:\d+$/, '') : text
  }
  const canonicalHeaders = signedHeaders.split(';').map((name) => `${name}:${value(name)}\n`)
  const canonical = [
    method,
    url.pathname,
    url.search.slice(1),
    canonicalHeaders.join(''),
    signedHeaders,
    sha256(body),
  ]
  const scope = `${date}/${service}/tc3_request`
  const toSign = ['TC3-HMAC-SHA256', timestamp, scope, sha256(canonical.join('\n'))].join('\n')
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request')
  return hmac(key, toSign).toString('hex') === signature
}

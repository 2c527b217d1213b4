import { lookup as systemLookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { NanshaError } from '@nansha/shared/errors'
import { isPublicAddress } from './public-address'

const LARGEST_BYTES = 16_384
const TIMEOUT_MS = 5_000

/** Where the relay may go besides what is public: on a developer's machine, to that machine. */
export interface Reach {
  /** Hosts under `localhost` by plain HTTP on any port. */
  readonly local: boolean
}

export interface PostedForm {
  readonly status: number
  readonly body: string
}

/**
 * Posts a form and reads a short answer: over TLS on port 443, to public addresses alone, which are looked at when the connection is
 * made, so that a name cannot mean another address by then. No redirect is followed; 16 kB and 5 seconds at most.
 *
 * @throws NanshaError PORTAL_UNREACHABLE; it does not say why, so that nobody can explore a network with it
 */
export function postForm(
  address: string,
  fields: Readonly<Record<string, string>>,
  reach: Reach,
  signal: AbortSignal = AbortSignal.timeout(TIMEOUT_MS),
): Promise<PostedForm> {
  const url = new URL(address)
  const isLocal = reach.local && isLocalhost(url.hostname)
  const isSecure = url.protocol === 'https:' && url.port === ''
  if (!isLocal && !isSecure) return Promise.reject(unreachable())
  const body = new URLSearchParams(fields).toString()
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    accept: 'application/oauth-authz-req+jwt, application/json',
  }
  const options = {
    method: 'POST',
    headers,
    signal,
    agent: false,
    lookup: isLocal ? lookUpHere : lookUpPublic,
  }
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const fail = () => reject(unreachable())
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > LARGEST_BYTES) return void response.destroy(unreachable())
        chunks.push(chunk)
      })
      response.on('error', fail)
      response.on('aborted', fail)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      )
    })
    sent.on('error', fail)
    sent.end(body)
  })
}

const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0)
    const [first] = addresses
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new Error('Not a public address.'), '', 0)
    if (options.all) return callback(null, addresses)
    callback(null, first.address, first.family)
  })
}

/** Names under `localhost` are this machine (RFC 6761 §6.3), whether or not its resolver knows them. */
const lookUpHere: LookupFunction = (_, options, callback) => {
  if (options.all) return callback(null, [{ address: '127.0.0.1', family: 4 }])
  callback(null, '127.0.0.1', 4)
}

function isLocalhost(hostname: string): boolean {
  return hostname.endsWith('.localhost')
}

function unreachable(): NanshaError {
  return new NanshaError('PORTAL_UNREACHABLE')
}

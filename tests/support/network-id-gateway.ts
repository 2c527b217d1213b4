import { createHash, randomBytes } from 'node:crypto'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { calculateJwkThumbprint, importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { type Reply, serveApi } from './http-server'

/**
 * The gateway of an admitted institution, on this machine: written from docs/network-id.md with `jose` alone, and not with
 * the code that it speaks to. Refuses whatever the document says it must, with 400.
 *
 * @param institution the public key that may ask
 * @param now Unix milliseconds
 */
export async function serveNetworkIdGateway(institution: EcPublicJwk, now: () => number) {
  const { privateKey, publicJwk } = createHolderKey(randomBytes(48))
  const key = await importJWK({ ...publicJwk, d: privateKey }, 'ES256')
  const kid = await calculateJwkThumbprint(publicJwk)
  const seconds = () => unixSeconds(now())
  const serials = new Set<string>()
  const sign = (payload: JWTPayload, typ = 'nansha-network-id-answer+jwt') =>
    new SignJWT(payload).setProtectedHeader({ alg: 'ES256', typ, kid }).sign(key)

  const gateway = {
    /** What the national platform says of every credential. */
    says: { passed: true, masked_name: '李*', masked_number: '110105********002X' } as object,
    /** What goes out for the payload of an answer; forgers put their own here. */
    respond: async (payload: JWTPayload): Promise<Reply> => ({ json: { answer: await sign(payload) } }),
  }
  /** What it was asked, as far as it believed it. */
  const asked: JWTPayload[] = []
  let url = ''
  const server = await serveApi(async ({ method, body }) => {
    const sent = JSON.parse(body)
    const believed = await jwtVerify(sent.request, await importJWK(institution, 'ES256'), {
      algorithms: ['ES256'],
      typ: 'nansha-network-id-request+jwt',
      audience: url,
      requiredClaims: ['iss', 'iat', 'exp', 'jti'],
      currentDate: new Date(now()),
    }).catch(() => undefined)
    const { jti = '', iss, photo_sha256, ...request } = believed?.payload ?? {}
    const digest = createHash('sha256').update(Buffer.from(sent.photo, 'base64')).digest('base64url')
    const isRight =
      method === 'POST' && /^[0-9A-Za-z]{32}$/.test(jti) && !serials.has(jti) && photo_sha256 === digest
    if (!isRight || !request.id_card_auth_data) return { status: 400, json: {} }
    serials.add(jti)
    asked.push(request)
    const [iat, exp] = [seconds(), seconds() + 60]
    return gateway.respond({ aud: iss, iat, exp, jti, photo_sha256: digest, ...gateway.says } as JWTPayload)
  })
  url = `http://127.0.0.1:${server.port}/network-id`
  return Object.assign(gateway, {
    url,
    publicJwk,
    kid,
    sign,
    asked,
    received: server.received,
    close: server.close,
  })
}

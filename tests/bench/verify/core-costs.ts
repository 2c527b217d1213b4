import { randomBytes } from 'node:crypto'
import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { encodeUtf8 } from '@nansha/shared/encoding/utf8'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { passAudience, passNonce } from '@nansha/shared/pass/pass'
import { bindToKey } from '@nansha/shared/sd-jwt/create-key-binding'
import { verifyCredential } from '@nansha/shared/sd-jwt/verify-credential'
import { unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import { ticketSigningInput, ticketToJws } from '@nansha/shared/ticket/ticket-jws'
import { verifySignedTicket } from '@nansha/shared/ticket/verify-ticket'
import { compactVerify, importJWK } from 'jose'
import { NOW } from '../../support/clock'
import { issuerSigner } from '../../support/issuer'
import { createOfflineWorld, type OfflineWorld } from '../../support/offline-world'
import { passText } from '../../support/pass-text'
import { percentile } from '../percentile'

/** The core of a verdict beside nothing but its signature checks, in one run. */
export interface CoreCost {
  readonly name: string
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Median of the core over median of the bare checks. */
  readonly ratio: number
}

const ROUNDS = 400
/** Before them, for the compiler. */
const WARM_UP = 50

/** Each measured pair takes turns, so that a busy machine is as busy for the one as for the other. */
export async function measureCores(): Promise<CoreCost[]> {
  const world = await createOfflineWorld()
  const text = world.show(await world.giveHandle())
  const ticket = unpackTicket(text)
  if (!ticket) throw new Error('not a ticket')
  const jws = ticketToJws(ticket)
  const holder = world.key.publicJwk
  const joseHolder = await importJWK(holder, 'ES256')
  const joseIssuer = await importJWK(issuerSigner.publicJwk, 'ES256')
  const webCrypto = createWebCryptoVerifier()
  const judge = (verify: typeof webCrypto) => async () => {
    const read = unpackTicket(text)
    if (!read) throw new Error('refused')
    await verifySignedTicket(read, holder, { scenario: 'hotel' }, NOW, verify)
  }

  const frames = await world.frames()
  const [issued = '', binding = ''] = passText(frames.proof).split('~')
  const bundle = await world.open()
  const [issuedJws, bindingJws] = [decodeJws(issued), decodeJws(binding)]
  if (!issuedJws || !bindingJws) throw new Error('not a pass')
  const judgePass = (backend: typeof webCrypto) => () => world.verify(frames, bundle, { now: NOW, backend })
  const bareJose = async () => {
    await compactVerify(issued, joseIssuer)
    await compactVerify(binding, joseHolder)
  }
  const strangers = await makeStrangers(world, ROUNDS + WARM_UP)
  const strangerIn = (round: number) => strangers[round + WARM_UP] as Stranger
  const expected = { audience: passAudience('gate'), nonce: () => true, window: { before: 10, after: 35 } }
  const judgeCredential = () =>
    verifyCredential(`${issued}~${binding}`, bundle.trust, expected, NOW, webCrypto)

  return [
    await compare('ticket from its QR text, WebCrypto', judge(webCrypto), () =>
      compactVerify(jws, joseHolder),
    ),
    await compare('ticket from its QR text, @noble', judge(verifyWithNoble), () =>
      verifyWithNoble(holder, encodeUtf8(ticketSigningInput(ticket)), ticket.signature),
    ),
    await compare('credential with key binding, WebCrypto', judgeCredential, bareJose),
    await compare('pass from its QR text, WebCrypto', judgePass(webCrypto), bareJose),
    await compare(
      'pass of a phone never seen before, WebCrypto',
      (round) => world.verify({ proof: strangerIn(round).proof }, bundle, { now: NOW, backend: webCrypto }),
      async (round) => {
        const { jws, keyBinding, key } = strangerIn(round)
        await compactVerify(jws, joseIssuer)
        await compactVerify(keyBinding, await importJWK(key, 'ES256'))
      },
    ),
    await compare('pass from its QR text, @noble', judgePass(verifyWithNoble), () => {
      verifyWithNoble(issuerSigner.publicJwk, issuedJws.signingInput, issuedJws.signature)
      verifyWithNoble(holder, bindingJws.signingInput, bindingJws.signature)
    }),
  ]
}

interface Stranger {
  readonly proof: string
  readonly jws: string
  readonly keyBinding: string
  readonly key: EcPublicJwk
}

/** Passes of as many phones, whose keys no reader has imported or completed yet. */
function makeStrangers(world: OfflineWorld, count: number): Promise<Stranger[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const key = createHolderKey(randomBytes(48))
      const pass = await world.pass({}, { ...world.credential, holderJwk: key.publicJwk })
      const { proof } = await world.frames({ key, pass })
      const binding = { key, audience: passAudience('gate'), nonce: passNonce(NOW), issuedAt: NOW }
      const [jws = '', keyBinding = ''] = bindToKey(pass, binding).split('~')
      return { proof, jws, keyBinding, key: key.publicJwk }
    }),
  )
}

async function compare(
  name: string,
  core: (round: number) => unknown,
  bare: (round: number) => unknown,
): Promise<CoreCost> {
  const cores: number[] = []
  const bares: number[] = []
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const [coreMs, bareMs] = [await timed(() => core(round)), await timed(() => bare(round))]
    if (round < 0) continue
    cores.push(coreMs)
    bares.push(bareMs)
  }
  const [p50, p99] = [percentile(cores, 0.5), percentile(cores, 0.99)]
  return { name, perSecond: 1000 / p50, p50, p99, ratio: p50 / percentile(bares, 0.5) }
}

export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

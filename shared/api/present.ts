import * as v from 'valibot'
import { webAddress } from '../openid4vp/request-link'

/** The registrar's word that goes with every event: where the relay may go stands in it, and nowhere else. */
const registration = v.pipe(v.string(), v.maxLength(16_384), v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/))

/** Largest answer that is carried, in characters. */
export const LARGEST_ANSWER = 16_384

/** Event of the function `present`, which carries a request and its answer between phone and portal and reads neither. */
export const PresentEvent = v.variant('action', [
  /** Asks the portal for its request. Answers {@link CarriedRequest}. */
  v.strictObject({
    action: v.literal('request'),
    registration,
    requestUri: webAddress,
    walletNonce: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/)),
  }),
  /** Hands over the answer, a compact JWE. Answers {@link CarriedAnswer}. */
  v.strictObject({
    action: v.literal('answer'),
    registration,
    responseUri: webAddress,
    response: v.pipe(v.string(), v.maxLength(LARGEST_ANSWER), v.regex(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/)),
  }),
])
export type PresentEvent = v.InferOutput<typeof PresentEvent>

export interface CarriedRequest {
  /** Compact JWS; not looked at on the way. */
  readonly object: string
}

export interface CarriedAnswer {
  /** Where the portal wants its visitor back; for the wallet to judge. */
  readonly redirectUri?: string
}

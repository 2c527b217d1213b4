import * as v from 'valibot'
import { CREDENTIAL_TYPES, type CredentialTypeName } from '../credential-types'
import { unixSeconds } from '../fields'
import { createJws } from '../jws/create-jws'
import { keyHintOf, keyIds } from '../jws/key-by-id'
import type { HolderKey } from '../keys/create-holder-key'
import { EcPublicJwk } from '../keys/ec-public-jwk'
import { keyThumbprint } from '../keys/key-thumbprint'
import { logOrigin } from '../log/log-origin'
import { parseVerifierKey } from '../log/verifier-key'

export const TRUST_LIST_TYPE = 'nansha-trust-list+jwt'

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const keys = v.pipe(v.array(EcPublicJwk), v.minLength(1), v.maxLength(8))
const authorities = v.pipe(v.array(v.pipe(v.string(), v.maxLength(4096))), v.maxLength(4))
const typeNames = Object.keys(CREDENTIAL_TYPES) as CredentialTypeName[]

// Not `v.url()`: the mini-program has no URL.
const issuerUrl = v.pipe(v.string(), v.maxLength(200), v.regex(/^https?:\/\/[\x21-\x7e]+$/))

/** A public-security system that hotels report their guests to. */
const Receiver = v.object({
  /** `iss` of its receipts. */
  iss: issuerUrl,
  name: v.object({ zh: text, en: text }),
  /** Who a guest is is sealed to this key, and to no other (shared/guest-report). */
  sealingKey: EcPublicJwk,
  receiptKeys: keys,
})
export type Receiver = v.InferOutput<typeof Receiver>

/** One deployment that verifiers trust, and for what. */
export const TrustedIssuer = v.pipe(
  v.object({
    /** Two bytes that name it in tickets. */
    id: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(0xffff)),
    /** `iss` of what it signs. */
    iss: issuerUrl,
    name: v.object({ zh: text, en: text }),
    /** The types of credential that it may issue; one of another type is out of its scope. */
    types: v.pipe(v.array(v.picklist(typeNames)), v.maxLength(typeNames.length)),
    /** Keys of credentials, passes and status lists: next, current and retired ones alike. */
    keys: v.pipe(
      keys,
      v.check((all) => isUnique(keyIds(all).map(keyHintOf)), 'two keys that a pass does not tell apart'),
    ),
    /** Keys of the function `verify`, for its answers, bundles and desk codes; they cannot make credentials. */
    deskKeys: keys,
    /** Keys of the checkpoints of its issuance log, as C2SP verifier keys. An issuer without any has no log. */
    logKeys: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(400))), v.maxLength(8))),
    /** Keys of its registrar, whose word says which relying parties may ask online, and for what. */
    registrarKeys: v.optional(v.pipe(v.array(EcPublicJwk), v.maxLength(8))),
    /** Certificates, DER in base64, of the authorities that certify relying parties. */
    accessAuthorities: v.optional(authorities),
    /** Certificates, DER in base64, of the authorities that certify this issuer's own keys for readers of `x5c`. */
    issuingAuthorities: v.optional(authorities),
    /** Keys of its reports of guests. */
    reportKeys: v.optional(keys),
    /** The authority of its region that receives reports of hotels' guests. Without one no hotel can register a guest. */
    receiver: v.optional(Receiver),
  }),
  v.check(
    ({ iss, logKeys = [] }) => logKeys.every((key) => parseVerifierKey(key)?.name === logOrigin(iss)),
    "a key that is not of this issuer's log",
  ),
)
export type TrustedIssuer = v.InferOutput<typeof TrustedIssuer>

/** Whom verifiers trust. Signed offline by one of two roots whose public halves are built into the companion. */
export const TrustList = v.object({
  iat: unixSeconds,
  exp: unixSeconds,
  /** Grows with every list; an older one is never taken again. */
  sequence: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The roots from now on: how one is replaced while the other still signs. */
  roots: v.pipe(v.array(EcPublicJwk), v.length(2)),
  issuers: v.pipe(
    v.array(TrustedIssuer),
    v.minLength(1),
    v.maxLength(64),
    v.check((all) => isUnique(all.map(({ id }) => id)), 'a number given twice'),
    v.check((all) => isUnique(all.map(({ iss }) => iss)), 'an issuer named twice'),
  ),
})
export type TrustList = v.InferOutput<typeof TrustList>

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length
}

/** @returns the issuer with this `iss`, or `undefined` */
export function issuerByUrl(list: TrustList, iss: unknown): TrustedIssuer | undefined {
  return list.issuers.find((issuer) => issuer.iss === iss)
}

/** @returns the issuer with this two-byte number, or `undefined` */
export function issuerById(list: TrustList, id: number): TrustedIssuer | undefined {
  return list.issuers.find((issuer) => issuer.id === id)
}

/** Signs a trust list; offline, or on a laptop for its own cloud. @param root a root of the list before this one */
export function createTrustList(root: HolderKey, list: TrustList): string {
  return createJws(root.privateKey, { typ: TRUST_LIST_TYPE, kid: keyThumbprint(root.publicJwk) }, list)
}

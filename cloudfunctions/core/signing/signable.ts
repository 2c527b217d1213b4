import { CHILD_CARD_TYPE } from '@nansha/shared/children/child-card'
import type { CredentialTypeName } from '@nansha/shared/credential-types'
import { DOCUMENT_TYPES } from '@nansha/shared/documents/document-types'
import { unixSeconds } from '@nansha/shared/fields'
import { onlineStatusUri, statusListAt } from '@nansha/shared/status/status-list'
import * as v from 'valibot'
import type { Now } from '../function/answer'
import type { Issuer } from '../function/read-issuer'
import type { SigningCaller } from './signing-request'

/** A kind of message that is signed: with which key, for whom, and what it may say. */
export interface Signable {
  readonly typ: string
  /** `online` is the issuer's key under its certificate: `x5c` stands in the header in place of `kid`. */
  readonly key: 'issuer' | 'online' | 'desk'
  readonly callers: readonly SigningCaller[]
  /**
   * Its output has its members in the order of the schema: what is signed is made here, and is never the caller's text.
   */
  readonly schema: v.GenericSchema<unknown, Readonly<Record<string, unknown>>>
}

/** What the messages of one deployment have in common. */
export interface Deployment extends Issuer {
  /** True on a local stage only. */
  readonly acceptSpecimens: boolean
  readonly now: Now
}

/** Callers sign what they have just made. */
const JUST_NOW_SECONDS = 120

/** The time at which a message says that it was made. */
export function timeOf({ now }: Deployment) {
  return v.pipe(
    unixSeconds,
    v.check((iat) => Math.abs(iat * 1000 - now()) <= JUST_NOW_SECONDS * 1000, 'not now'),
  )
}

/** The address of a status list of this issuer. */
export function ownStatusList({ issuerUrl }: Deployment) {
  return v.pipe(
    v.string(),
    v.check((uri) => (statusListAt(issuerUrl, uri) ?? 0) > 0, 'no status list of this issuer'),
  )
}

/** The address of a status list of this issuer's online credentials. */
export function ownOnlineList({ issuerUrl }: Deployment) {
  return v.pipe(
    v.string(),
    v.check((uri) => {
      const list = Number(uri.slice(uri.lastIndexOf('/') + 1))
      return Number.isSafeInteger(list) && list > 0 && onlineStatusUri(issuerUrl, list) === uri
    }, 'no status list of online credentials of this issuer'),
  )
}

/** A fixed number of base64url characters. */
export const base64url = (characters: number) => v.pipe(v.string(), v.length(characters), v.regex(/^[\w-]+$/))

/** The types of credential that this code issues to phones. Others on the trust list are signed by nobody. */
export const ISSUED_TYPES = [
  'resident-id',
  ...DOCUMENT_TYPES,
  CHILD_CARD_TYPE,
] as const satisfies readonly CredentialTypeName[]

/** Those of them that are issued for one online presentation too. */
export const ONLINE_TYPES = ['resident-id'] as const satisfies readonly CredentialTypeName[]

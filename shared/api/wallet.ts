import * as v from 'valibot'
import { childPlace } from '../children/child-card'
import type { CredentialTypeName } from '../credential-types'
import { DOCUMENT_TYPES, type DocumentType } from '../documents/document-types'
import { compactJws, id, unixSeconds } from '../fields'
import { PURPOSE_UNLOCKS } from '../openid4vp/purpose'
import { type Assurance, PASS_SCENARIOS, type UnlockRuleName } from '../scenarios'
import { isDomain } from '../x509/domain'

/**
 * Event of the function `wallet`: one signed request of the phone key (`typ: nansha-request+jwt`,
 * payload `{aud, iat, jti, action, …parameters}`), so that the chat account alone opens nothing. It may only freeze:
 * the phone may be what was lost.
 */
export const WalletEvent = v.union([
  v.strictObject({ request: compactJws }),
  v.strictObject({ action: v.literal('freeze') }),
])
export type WalletEvent = v.InferOutput<typeof WalletEvent>

const pin = v.pipe(v.string(), v.regex(/^\d{6}$/))
const documentType = v.picklist(DOCUMENT_TYPES)

/** What a citizen can say of a website that got something: that it is not right, or that it is to erase it. */
export const WEBSITE_COMPLAINTS = ['report', 'erase'] as const
export type WebsiteComplaint = (typeof WEBSITE_COMPLAINTS)[number]

/** What a signed request may ask, after its signature was checked. */
export const WalletAction = v.variant('action', [
  v.object({
    action: v.literal('handles'),
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
  }),
  v.object({ action: v.literal('status') }),
  /** `after`: the last entry that the phone has, for those that are older. */
  v.object({ action: v.literal('history'), after: v.optional(v.object({ at: unixSeconds, id })) }),
  /** What the server keeps of the citizen's identity (shared/api/export.ts). Takes an unlock. */
  v.object({ action: v.literal('export') }),
  v.object({ action: v.literal('unfreeze') }),
  /** Bars enrolment and re-binding from afar for the own number; a counter can still do both. Lifting it takes an unlock. */
  v.object({ action: v.literal('number-lock'), locked: v.boolean() }),
  /** Messages in the chat app for every use and attempt; asked after the citizen agreed to the template. */
  v.object({ action: v.literal('alerts'), wanted: v.boolean() }),
  /** Answers a new phone that waits to replace this one: it goes at once, or never. */
  v.object({ action: v.literal('rebinding'), allowed: v.boolean() }),
  /**
   * Six digits; counted and remembered by the server, which releases handles and passes only after it. Takes the PIN until now,
   * or a face that was just seen.
   */
  v.object({ action: v.literal('set-pin'), pin, old: v.optional(pin) }),
  v.object({ action: v.literal('unlock'), pin }),
  /** What the phone's chip is to sign (`wx.startSoterAuthentication`), good once. */
  v.object({ action: v.literal('biometric-challenge') }),
  /** Its result, which the server has the platform verify. */
  v.object({
    action: v.literal('biometric-unlock'),
    json: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
    signature: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
  }),
  /** Passes to show without network; few, because each is as good as the person for a day. */
  v.object({
    action: v.literal('passes'),
    scenario: v.picklist(PASS_SCENARIOS),
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  }),
  /** Whom this deployment trusts: needed to believe the name on a desk's code. */
  v.object({ action: v.literal('trust') }),
  /** The desk's code that eight digits stand for, read out by a clerk. Answers {@link FoundDesk}. */
  v.object({ action: v.literal('find-desk'), digits: v.pipe(v.string(), v.regex(/^\d{8}$/)) }),
  /** Answers a desk's code with a ticket that is bound to it. */
  v.object({
    action: v.literal('present'),
    code: v.pipe(v.string(), v.maxLength(512)),
    ticket: v.pipe(v.string(), v.maxLength(512)),
  }),
  /** What became of the handle on the screen; the receipt. */
  v.object({ action: v.literal('receipt'), use: id }),
  /** "That was not me": freezes, and warns the desk. */
  v.object({ action: v.literal('not-me'), use: id }),
  /** What the server knows of the credentials of this citizen; the phone compares it with the issuance log. */
  v.object({ action: v.literal('issuances') }),
  /** The next credential for the same key, in the last thirty days of this one; handles and passes are then fetched anew. */
  v.object({ action: v.literal('renew') }),
  /** A credential for one online presentation, bound to a key of its own. */
  v.object({
    action: v.literal('online-credential'),
    /** What the registered purpose asks the holder to have done. */
    unlock: v.picklist(PURPOSE_UNLOCKS),
    /** `openid4vci-proof+jwt` of the key; its nonce is the `jti` of this request. */
    proof: v.pipe(compactJws, v.maxLength(1024)),
    /** For whom a pseudonym is wanted: a domain of the relying party. Left out, none is made and nobody is named. */
    sector: v.optional(v.pipe(v.string(), v.check(isDomain, 'no domain'))),
  }),
  /** Counts a complaint of a website for the operator; nothing is kept of who made it. */
  v.object({
    action: v.literal('report-website'),
    domain: v.pipe(v.string(), v.check(isDomain, 'no domain')),
    kind: v.picklist(WEBSITE_COMPLAINTS),
  }),
  /** An offer of the identity to another wallet (OpenID4VCI 1.0); takes a PIN or a face of just now. Answers {@link CredentialOffered}. */
  v.object({ action: v.literal('offer-credential') }),
  /** What other wallets hold. Answers {@link OtherWallets}. */
  v.object({ action: v.literal('other-wallets') }),
  /** Revokes what another wallet holds; takes no unlock, as freezing takes none. */
  v.object({
    action: v.literal('withdraw-wallet'),
    wallet: v.pipe(v.string(), v.regex(/^\d{1,6}\.\d{1,7}$/)),
  }),
  /** Asks the registry for a document of the holder and puts it on this phone; takes an unlock. */
  v.object({ action: v.literal('add-document'), type: documentType }),
  /** The same document as the registry has it now. Takes no unlock: a phone renews what it holds. */
  v.object({ action: v.literal('renew-document'), type: documentType }),
  /** Takes a document off this phone; the identity stays. */
  v.object({ action: v.literal('remove-document'), type: documentType }),
  /**
   * The holder of this phone is at a counter with a child, and will be shown to the officer: makes an application there, which the chat
   * account has begun, one for a child's card. Takes an unlock.
   */
  v.object({ action: v.literal('vouch-for-child'), application: id }),
  /** The children's cards that this phone holds. Answers {@link ChildrenHeld}. */
  v.object({ action: v.literal('children') }),
  /** A child's card as the register has it now; takes no unlock. Answers {@link ChildRenewed}. */
  v.object({ action: v.literal('renew-child'), child: childPlace }),
  /** Takes a child's card off this phone. */
  v.object({ action: v.literal('remove-child'), child: childPlace }),
  v.object({ action: v.literal('delete') }),
  /** Asked of the function `enrol`, which sees faces: `face-begin` and `face-submit` of shared/api/enrol.ts. */
  v.object({
    action: v.literal('face-begin'),
    consent: v.object({ face: v.boolean(), version: v.pipe(v.string(), v.maxLength(16)) }),
  }),
  v.object({ action: v.literal('face-submit'), enrolment: id }),
])
export type WalletAction = v.InferOutput<typeof WalletAction>

export interface FoundDesk {
  /** The text of the code, as if it had been scanned. */
  readonly code: string
}

export interface Handles {
  readonly handles: readonly {
    /** 16 random bytes, base64url, good for one presentation. */
    readonly handle: string
    /** Unix seconds. */
    readonly expiresAt: number
    /** Until when (Unix seconds) it is good for scenarios of each rule; 0 where it is not. */
    readonly goodUntil: Readonly<Record<UnlockRuleName, number>>
  }[]
}

export interface WalletStatus {
  readonly status: 'valid' | 'frozen' | 'revoked' | 'expired'
  /** Enrolment from afar is barred for this number. */
  readonly numberLocked: boolean
  /** Where the deployment sends messages in the chat app: the template to agree to, and whether the citizen has them sent. */
  readonly alerts?: { readonly templateId: string; readonly areWanted: boolean }
  /** A new phone will replace this one at that time (Unix seconds) unless this one objects. */
  readonly rebindingAt?: number
}

export interface HistoryEntry {
  readonly id: string
  /** Unix seconds. */
  readonly at: number
  /**
   * `attempted`: somebody else tried to enrol with this number. `rebinding`, `vetoed`: a new phone asked, and was sent away.
   * `child-moved`: the child now has a phone of its own. `face-shown`, `face-refused`: on this phone the holder's face was seen again, or somebody else's.
   */
  readonly kind:
    | 'issued'
    | 'presented'
    | 'refused'
    | 'frozen'
    | 'unfrozen'
    | 'revoked'
    | 'attempted'
    | 'rebinding'
    | 'vetoed'
    | 'number-locked'
    | 'number-unlocked'
    | 'face-shown'
    | 'face-refused'
    | 'document-added'
    | 'document-removed'
    | 'wallet-added'
    | 'wallet-removed'
    | 'child-added'
    | 'child-removed'
    | 'child-moved'
    | 'exported'
  /** Which one was added or removed. */
  readonly document?: DocumentType
  /** The name of the child whose card it is about. */
  readonly child?: string
  /** Who froze it where it was not this phone or account: the operator, for somebody on the telephone, or an officer. */
  readonly by?: 'telephone' | 'counter'
  readonly organisation?: { readonly zh: string; readonly en: string }
  readonly scenario?: string
  readonly disclosed?: readonly string[]
  /** Names the use for `not-me`. */
  readonly use?: string
  /** A code of shared/errors.ts when the desk refused. */
  readonly code?: string
}

/** Where an entry stands in a history. */
export type HistoryPlace = Pick<HistoryEntry, 'at' | 'id'>

export interface History {
  /** Newest first, a hundred at most. */
  readonly entries: readonly HistoryEntry[]
  /** There are older ones. */
  readonly isMore?: true
}

export interface BiometricChallenge {
  readonly challenge: string
  /** Unix seconds. */
  readonly expiresAt: number
}

/** Opened and shown by shared/pass. */
export interface Passes {
  /** Each `<jws>~`, an SD-JWT VC of its own, for one presentation. */
  readonly passes: readonly string[]
  /** Unix seconds. */
  readonly expiresAt: number
  /** Grey WebP of at most 450 bytes, base64, for the second frame of each. */
  readonly portrait: string
}

export interface Trust {
  /** Compact JWS, read with `verifyTrustList` of shared/trust. */
  readonly trustList: string
}

export type Receipt =
  | { readonly state: 'waiting' }
  | {
      readonly state: 'shown' | 'accepted' | 'refused' | 'disputed'
      /** Unix seconds. */
      readonly at: number
      readonly scenario: string
      readonly disclosed: readonly string[]
      /** The name of the child whose card was shown. */
      readonly child?: string
      readonly organisation?: { readonly zh: string; readonly en: string }
    }

/** What the server knows of a credential; its word, not the log's. */
export interface IssuedCredential {
  /** SHA-256 of its issuer-signed JWS, base64url: what the log names it by. */
  readonly credential: string
  /** Unix seconds. */
  readonly issuedAt: number
  readonly type: CredentialTypeName
  readonly status: WalletStatus['status']
  readonly assurance: Assurance
  /** It is bound to the key of the phone that asks. */
  readonly isHere: boolean
}

export interface Issuances {
  /** Under which the log names the number; base64url. */
  readonly subject: string
  readonly issued: readonly IssuedCredential[]
}

export interface OnlineCredential {
  /** SD-JWT VC with all disclosures and `x5c` in its header, for one presentation. */
  readonly credential: string
}

/** An offer for another wallet, which takes it once and within minutes. */
export interface CredentialOffered {
  /** `openid-credential-offer://…`, for a QR or a link. */
  readonly offer: string
  /** Six digits that the other wallet asks for; they do not stand in the offer. */
  readonly txCode: string
  /** Unix seconds. */
  readonly expiresAt: number
}

export interface OtherWallets {
  /** Oldest first. */
  readonly wallets: readonly {
    readonly id: string
    /** Unix seconds. */
    readonly issuedAt: number
    /** Unix seconds. */
    readonly expiresAt: number
  }[]
}

export interface Renewed {
  /** SD-JWT VC in compact form with all disclosures. */
  readonly credential: string
}

export interface DocumentIssued {
  /** SD-JWT VC in compact form with all disclosures, of the document's type and for the phone's key. */
  readonly credential: string
}

export interface ChildrenHeld {
  /** By place; a card that is not here was revoked. */
  readonly children: readonly {
    readonly place: number
    readonly status: WalletStatus['status']
  }[]
}

/** A child's card, as it is collected at a counter and renewed. */
export interface ChildRenewed {
  /** SD-JWT VC in compact form with all disclosures, for the phone's key. */
  readonly credential: string
  /** WebP, base64. */
  readonly portrait: string
}

import type { CredentialTypeName } from '../credential-types'
import type { DocumentType } from '../documents/document-types'
import type { Assurance, UnlockRuleName } from '../scenarios'

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

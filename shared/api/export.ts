import type { ChildClaims } from '../children/child-card'
import type { CredentialTypeName } from '../credential-types'
import type { Document } from '../documents/documents'
import type { Assurance } from '../scenarios'
import type { HistoryEntry, WalletStatus } from './wallet-answers'

/** `typ` of the issuer's signature over an export: payload `{iss, iat, sha256}`, the digest of its text in UTF-8, base64url. */
export const EXPORT_TYPE = 'nansha-export+jwt'

/** What the server keeps of one citizen's identity. Times are Unix seconds. */
export interface ExportedData {
  readonly issuer: string
  readonly exportedAt: number
  /** By claim name (shared/claims.ts). */
  readonly claims: Readonly<Record<string, string>>
  /** WebP, base64. */
  readonly portrait: string
  readonly assurance: Assurance
  readonly enrolledAt: number
  /** The notice that was agreed to, and the one in force. */
  readonly consent: { readonly version: string; readonly at: number; readonly current: string }
  readonly numberLocked: boolean
  /** When messages in the chat app were agreed to. */
  readonly alertsSince: number | null
  readonly credentials: readonly {
    readonly type: CredentialTypeName
    readonly issuedAt: number
    readonly status: WalletStatus['status']
    readonly assurance: Assurance
  }[]
  /** What other wallets hold. */
  readonly otherWallets: readonly { readonly issuedAt: number; readonly expiresAt: number }[]
  /** Further documents on the phone, as their registries had them last. */
  readonly documents: readonly Document[]
  /** The children whose cards are on the phone, as the register of households had them last. */
  readonly children: readonly {
    readonly claims: ChildClaims
    /** WebP, base64. */
    readonly portrait: string
  }[]
  /** All of it, newest first. */
  readonly history: readonly HistoryEntry[]
}

export interface ExportedIdentity {
  /** {@link ExportedData} as JSON; its bytes are what is signed. */
  readonly text: string
  /** Compact JWS of {@link EXPORT_TYPE}. */
  readonly signature: string
}

import type { JWK } from 'jose'

/** An issuer whose credentials are accepted; `readTrustList` gives them. */
export interface AcceptedIssuer {
  /** `iss` of its credentials. */
  readonly iss: string
  /** Certificates, DER in base64, of the authorities that certify its keys. */
  readonly authorities: readonly string[]
}

/** What a website must have to ask: what its registration gave it, and whom it trusts. */
export interface RelyingParty {
  /** Private P-256 key of the certificate. */
  readonly key: JWK
  /** Of the access authority, DER in base64. */
  readonly certificate: string
  /** `https://id.example/vp/` of the deployment: what the website's QR begins with. */
  readonly walletLink: string
  /** Where a wallet fetches a request; on a domain of the certificate. @param id of the transaction */
  readonly requestUri: (id: string) => string
  /** Where a wallet sends its answer. */
  readonly responseUri: (id: string) => string
  readonly issuers: () => Promise<readonly AcceptedIssuer[]>
  /** Fetches a status list token from an address under an accepted issuer's. */
  readonly fetchStatusList: (uri: string) => Promise<string>
  /** Unix milliseconds. */
  readonly now: () => number
  /** Weakest proofing that is accepted, of `in-person`, `face+registry`, `platform-face`, `guided-face`; `specimen` on a developer's machine. */
  readonly assurances: readonly string[]
}

/** What is asked for, of one resident identity card. */
export interface Question {
  /** A purpose of the registration. */
  readonly purpose: string
  /** Paths of claims that the answer must have. */
  readonly claims: readonly (readonly string[])[]
  /** Paths of claims that the citizen may leave out, each by itself; at most four. */
  readonly optional?: readonly (readonly string[])[]
  /** What the citizen agrees to besides, each shown in words. */
  readonly transactionData?: readonly object[]
  /** What the issuer must have seen the holder do, and how lately. Left out, any unlock will do. */
  readonly unlock?: {
    /** Of `pin`, `face` and `biometric`. */
    readonly methods: readonly string[]
    readonly seconds: number
  }
}

/** One question to one person. Keep it on the server until it is answered; it holds the key that opens the answer. */
export interface Transaction {
  readonly id: string
  readonly nonce: string
  readonly state: string
  /** Private, good for this answer alone. */
  readonly answerKey: JWK
  readonly question: Question
  readonly query: object
  /** Each as it is sent: base64url of JSON. */
  readonly transactionData: readonly string[]
  /** Unix milliseconds. */
  readonly createdAt: number
}

/** What an answer says, once everything about it was checked. */
export interface VerifiedAnswer {
  /** Of the citizen, those that were disclosed, and what the issuer says of the credential: `assurance`, `amr`, `auth_time`. */
  readonly claims: Readonly<Record<string, unknown>>
  /** Six digits that the citizen's phone shows. Believe nothing until they were typed into the page that asked. */
  readonly sessionCode: string | undefined
}

/** Why an answer is not believed, or not yet. A code is never renamed. */
export type RefusalCode =
  | 'TRANSACTION_UNKNOWN'
  | 'TRANSACTION_EXPIRED'
  | 'TRANSACTION_USED'
  | 'ANSWER_UNREADABLE'
  | 'DECLINED'
  | 'QUERY_UNANSWERED'
  | 'ISSUER_UNTRUSTED'
  | 'CREDENTIAL_INVALID'
  | 'CREDENTIAL_REVOKED'
  | 'BINDING_INVALID'
  | 'TRANSACTION_DATA'
  | 'ASSURANCE_TOO_LOW'
  | 'UNLOCK_TOO_WEAK'
  | 'CODE_WRONG'
  | 'SESSION_MISMATCH'
  | 'TRUST_INVALID'

export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    cause?: unknown,
  ) {
    super(code, { cause })
    this.name = 'Refused'
  }
}

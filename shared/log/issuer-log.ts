import { logOrigin } from './log-origin'
import { parseVerifierKey, type VerifierKey } from './verifier-key'

/** A log, and the keys that its checkpoints are believed by. */
export interface IssuerLog {
  readonly origin: string
  readonly keys: readonly VerifierKey[]
}

/**
 * The issuance log of an issuer; one without a log has no keys.
 *
 * @param issuer as the trust list names it
 */
export function logOf({ iss, logKeys = [] }: Issuer): IssuerLog {
  return { origin: logOrigin(iss), keys: logKeys.flatMap((key) => parseVerifierKey(key) ?? []) }
}

interface Issuer {
  readonly iss: string
  readonly logKeys?: readonly string[] | undefined
}

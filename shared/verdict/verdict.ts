import * as v from 'valibot'
import { unixSeconds } from '../fields'
import { SCENARIO_NAMES, UNLOCK_METHODS } from '../scenarios'

/** `typ` of an answer to a desk. */
export const VERDICT_TYPE = 'nansha-verdict+jwt'

/** What the function `verify` signs: this was the answer, to that desk, about that ticket. */
export const Verdict = v.object({
  iss: v.string(),
  /** The organisation that asked. */
  aud: v.string(),
  iat: unixSeconds,
  /** SHA-256, base64url, of the ticket's text. */
  ticket: v.string(),
  use: v.string(),
  scenario: v.picklist(SCENARIO_NAMES),
  /** What the holder had done for it. */
  unlock: v.picklist(UNLOCK_METHODS),
  claims: v.record(v.string(), v.union([v.string(), v.boolean()])),
  /** SHA-256, base64url, of the portrait's bytes, when there is one. */
  portrait_digest: v.optional(v.string()),
})
export type Verdict = v.InferOutput<typeof Verdict>

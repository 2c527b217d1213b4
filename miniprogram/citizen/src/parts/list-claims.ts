import { CLAIM_LABELS } from '@nansha/shared/claim-labels'
import type { ClaimName } from '@nansha/shared/claims'

/** @returns the names in one line; a claim that this version does not know is called by its own name */
export function listClaims(
  claims: readonly string[],
  say: (text: { zh: string; en: string }) => string,
): string {
  const separator = say({ zh: '、', en: ', ' })
  return claims.map((claim) => (isKnown(claim) ? amid(say(CLAIM_LABELS[claim])) : claim)).join(separator)
}

function isKnown(claim: string): claim is ClaimName {
  return Object.hasOwn(CLAIM_LABELS, claim)
}

/** A label as it is written amid a sentence. */
function amid(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}

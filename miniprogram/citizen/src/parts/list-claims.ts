import type { Text } from '@nansha/kit/i18n/fill-text'
import { CLAIM_LABELS } from '@nansha/shared/claim-labels'
import type { ClaimName } from '@nansha/shared/claims'

type Say = (text: Text) => string

/** @returns the names in one line; a claim that this version does not know is called by its own name */
export function listClaims(claims: readonly string[], say: Say): string {
  const separator = say({ zh: '、', en: ', ' })
  return claims.map((claim) => (isKnown(claim) ? amid(claim, say) : claim)).join(separator)
}

function isKnown(claim: string): claim is ClaimName {
  return Object.hasOwn(CLAIM_LABELS, claim)
}

/** Labels that a value follows, or that begin with a name, as they are written amid a sentence. */
const AMID: { readonly [Name in ClaimName]?: Text } = {
  chinese_name: CLAIM_LABELS.chinese_name,
  card_validity: { ...CLAIM_LABELS.card_validity, en: 'validity of the card' },
  licence_valid_until: { ...CLAIM_LABELS.licence_valid_until, en: 'validity of the licence' },
}

function amid(claim: ClaimName, say: Say): string {
  const written = AMID[claim]
  if (written) return say(written)
  const label = say(CLAIM_LABELS[claim])
  return label.charAt(0).toLowerCase() + label.slice(1)
}

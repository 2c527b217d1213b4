import { endOfChildhood } from '@nansha/shared/children/child-card'
import type { ShownChild } from '../wallet/read-child'
import { TEXTS } from './child-texts'
import type { Standing } from './describe-document'

/**
 * @param isIdentityValid a child's card is valid only together with its guardian's identity
 * @param now corrected time, Unix milliseconds
 */
export function describeChild(
  { claims, expiresAt }: ShownChild,
  isIdentityValid: boolean,
  now: number,
): Standing {
  if (endOfChildhood(claims.birthdate) <= now)
    return { kind: 'off', word: TEXTS.ended, text: TEXTS.endedText }
  if (!isIdentityValid) return { kind: 'off', word: TEXTS.frozen, text: TEXTS.frozenText }
  if (expiresAt * 1000 <= now) return { kind: 'off', word: TEXTS.outdated, text: TEXTS.outdatedText }
  return { kind: 'good', word: TEXTS.valid }
}

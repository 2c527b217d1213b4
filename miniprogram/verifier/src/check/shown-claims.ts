import type { Text } from '@nansha/kit/i18n/fill-text'
import { CLAIM_LABELS } from '@nansha/shared/claim-labels'
import type { ClaimName } from '@nansha/shared/claims'
import type { Subject } from './subject'

/** These have places of their own on the screen. */
const APART: readonly ClaimName[] = ['name', 'portrait']
const LISTED = (Object.keys(CLAIM_LABELS) as ClaimName[]).filter((name) => !APART.includes(name))

/** Values that a credential holds as words of its own (docs/protocol.md). */
const WORDS: Readonly<Record<string, Text>> = {
  true: { zh: '是', en: 'Yes' },
  false: { zh: '否', en: 'No' },
  male: { zh: '男', en: 'male' },
  female: { zh: '女', en: 'female' },
  'long-term': { zh: '长期', en: 'no expiry' },
}

export interface ShownClaim {
  readonly label: Text
  readonly value: Text
}

/** @returns the disclosed claims besides name and portrait, in the order of reading */
export function shownClaims(claims: Subject['claims']): ShownClaim[] {
  return LISTED.flatMap((name) => {
    const value = claims[name]
    if (value === undefined) return []
    const text = String(value)
    return [{ label: CLAIM_LABELS[name], value: WORDS[text] ?? { zh: text, en: text } }]
  })
}

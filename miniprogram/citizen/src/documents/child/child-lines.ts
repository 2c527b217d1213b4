import type { Text } from '@nansha/kit/i18n/fill-text'
import { endOfChildhood } from '@nansha/shared/children/child-card'
import { CLAIM_LABELS } from '@nansha/shared/claim-labels'
import { claimValue } from '@nansha/shared/claim-values'
import { DAY_MS } from '@nansha/shared/clock/durations'
import type { ShownChild } from '../../wallet/read-child'
import type { DocumentLine } from '../describe-document'

/** How long before the fourteenth birthday the guardian is told that the child will need a phone of their own. */
const SOON_MS = 60 * DAY_MS

/** @returns Unix seconds of the fourteenth birthday, when it is near */
export function nearEnd({ claims }: ShownChild, now: number): number | undefined {
  const end = endOfChildhood(claims.birthdate)
  return end > now && end - now <= SOON_MS ? end / 1000 : undefined
}

/** Everything that the card says, in the order in which a card is read, but the name. */
export function childLines({ claims }: ShownChild): DocumentLine[] {
  const names = ['id_number', 'sex', 'birthdate', 'ethnicity', 'address', 'guardian_relation'] as const
  return names.flatMap((name) => {
    const value = claims[name]
    const label: Text = CLAIM_LABELS[name]
    return value === undefined ? [] : [{ label, value: claimValue(name, value) }]
  })
}

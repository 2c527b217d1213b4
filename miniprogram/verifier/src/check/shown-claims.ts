import type { Text } from '@nansha/kit/i18n/fill-text'
import { CLAIM_LABELS } from '@nansha/shared/claim-labels'
import { claimValue } from '@nansha/shared/claim-values'
import type { ClaimName } from '@nansha/shared/claims'
import type { Subject } from './subject'

/** These have places of their own on the screen. */
const APART: readonly ClaimName[] = ['name', 'portrait', 'guardian_name', 'guardian_relation']
const LISTED = (Object.keys(CLAIM_LABELS) as ClaimName[]).filter((name) => !APART.includes(name))

export interface ShownClaim {
  readonly label: Text
  readonly value: Text
  /** A reason against accepting the person although the document is genuine, such as a licence that is withheld. */
  readonly isBad: boolean
}

/** @returns the disclosed claims besides name and portrait, in the order of reading */
export function shownClaims(claims: Subject['claims']): ShownClaim[] {
  return LISTED.flatMap((name) => {
    const value = claims[name]
    if (value === undefined) return []
    return [{ label: CLAIM_LABELS[name], value: claimValue(name, value), isBad: isBad(name, value) }]
  })
}

const STANDINGS: readonly ClaimName[] = ['licence_status', 'social_security_card_status']

function isBad(name: ClaimName, value: string | boolean): boolean {
  return STANDINGS.includes(name) && value !== 'normal'
}

import type { ClaimName } from '@nansha/shared/claims'
import { LICENCE_STATUSES } from '@nansha/shared/documents/driving-licence'
import { cardValidity } from '@nansha/shared/fields'
import { PASS_SCENARIOS, type PassScenario, passClaims, UNLOCK_METHODS } from '@nansha/shared/scenarios'
import { CREDENTIAL_JWS_TYPE } from '@nansha/shared/sd-jwt/verify-credential'
import * as v from 'valibot'
import { base64url, type Deployment, type Signable } from '../signable'
import { commonMembers, isGoodFor } from './credential'

const shownText = v.pipe(v.string(), v.minLength(1), v.maxLength(256))

/** What a claim of a pass may say. A scenario that shows another has no pass that could be signed. */
const CLAIMS: Partial<Record<ClaimName, v.GenericSchema>> = {
  name: shownText,
  id_number_last4: v.pipe(v.string(), v.regex(/^\d{3}[\dX]$/)),
  vehicle_classes: v.pipe(v.string(), v.maxLength(64), v.regex(/^[A-Z][0-9]?(,[A-Z][0-9]?)*$/)),
  licence_status: v.picklist(LICENCE_STATUSES),
  licence_valid_until: cardValidity,
}

function shownBy(scenario: PassScenario): Record<string, v.GenericSchema> {
  if (scenario === 'age') return { age_equal_or_over: v.strictObject({ 18: v.boolean() }) }
  return Object.fromEntries(passClaims(scenario).map((name) => [name, CLAIMS[name] ?? v.never()]))
}

/** Passes: `passPayload` of shared/pass, member by member and in its order, by which a phone makes the text anew. */
export function passMessages(deployment: Deployment): Signable[] {
  return PASS_SCENARIOS.map((scenario) => ({
    typ: CREDENTIAL_JWS_TYPE,
    key: 'issuer',
    callers: ['wallet'],
    schema: pass(deployment, scenario),
  }))
}

function pass(deployment: Deployment, scenario: PassScenario) {
  const type = `${scenario}-pass` as const
  const members = {
    ...commonMembers(deployment, type),
    jti: base64url(6),
    unlock: v.picklist(UNLOCK_METHODS),
    portrait_digest: base64url(22),
  }
  return v.pipe(
    v.strictObject({ ...members, ...(shownBy(scenario) as Record<never, never>) }),
    v.check((payload) => isGoodFor(type)(payload), 'good for too long'),
  )
}

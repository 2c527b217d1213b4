import { DESK_CODE_TYPE } from '@nansha/shared/desk-code/desk-code'
import { digest, id, unixSeconds } from '@nansha/shared/fields'
import {
  disclosedClaims,
  isOfChild,
  SCENARIO_NAMES,
  SCENARIOS,
  takesChildren,
  UNLOCK_METHODS,
} from '@nansha/shared/scenarios'
import { BUNDLE_SECONDS, BUNDLE_TYPE, Licence } from '@nansha/shared/trust/bundle'
import { VERDICT_TYPE } from '@nansha/shared/verdict/verdict'
import * as v from 'valibot'
import { base64url, type Deployment, ownStatusList, type Signable, timeOf } from '../signable'

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(256))

/** What desks are told: verdicts, bundles and desk codes. They are signed with the desk key, which cannot make credentials. */
export function messagesForDesks(deployment: Deployment): Signable[] {
  const desks = { key: 'desk', callers: ['verify'] } as const
  return [
    { ...desks, typ: VERDICT_TYPE, schema: verdict(deployment) },
    { ...desks, typ: BUNDLE_TYPE, schema: bundle(deployment) },
    { ...desks, typ: DESK_CODE_TYPE, schema: deskCode(deployment) },
  ]
}

/** What the scenario shows, and nothing else, whatever the caller knows. */
function verdict(deployment: Deployment) {
  return v.pipe(
    v.strictObject({
      iss: v.literal(deployment.issuerUrl),
      aud: name,
      iat: timeOf(deployment),
      ticket: digest,
      use: id,
      scenario: v.picklist(SCENARIO_NAMES),
      unlock: v.picklist(UNLOCK_METHODS),
      claims: v.record(v.string(), v.union([v.boolean(), v.pipe(v.string(), v.maxLength(512))])),
      portrait_digest: v.optional(digest),
    }),
    v.check(({ scenario, claims }) => {
      const subject = isOfChild(claims) ? 'child' : 'holder'
      if (subject === 'child' && !takesChildren(scenario)) return false
      const shown: readonly string[] = disclosedClaims(scenario, subject)
      return Object.keys(claims).every((claim) => claim !== 'portrait' && shown.includes(claim))
    }, 'more than the scenario shows'),
  )
}

function bundle(deployment: Deployment) {
  return v.pipe(
    v.strictObject({
      iss: v.literal(deployment.issuerUrl),
      iat: timeOf(deployment),
      exp: unixSeconds,
      trust_list: v.pipe(v.string(), v.maxLength(32_768), v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)),
      status_lists: v.record(ownStatusList(deployment), digest),
      licence: Licence,
    }),
    v.check(({ iat, exp }) => exp === iat + BUNDLE_SECONDS, 'good for too long'),
  )
}

function deskCode(deployment: Deployment) {
  return v.strictObject({
    issuer: v.literal(deployment.issuerId),
    scenario: v.picklist(SCENARIO_NAMES.filter((scenario) => SCENARIOS[scenario].deskMayAsk)),
    nonce: base64url(22),
    iat: timeOf(deployment),
    zh: name,
    en: name,
  })
}

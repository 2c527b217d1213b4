import * as v from 'valibot'
import { id, shownText, unixSeconds } from '../fields'
import { Registrant } from '../openid4vp/registration'
import { clientIdText } from '../openid4vp/request-link'
import { SCENARIO_NAMES, type ScenarioName } from '../scenarios'
import type { Complaint } from './wallet'

/** An organisation's name, as it stands on its desk codes: 199 bytes in all (shared/desk-code). */
const name = v.strictObject({
  zh: shownText(33),
  en: v.pipe(shownText(100), v.regex(/^[\x20-\x7e]+$/)),
})

/** `<appid>:<openid>` */
const account = v.custom<`${string}:${string}`>(
  (text) => typeof text === 'string' && /^[\w-]{1,64}:[\w-]{1,64}$/.test(text),
)

/**
 * Event of the function `organisation`. `onboard`, `organisations`, `renew`, `suspend` and `resume` are the operator's,
 * `join` anybody's, all others a manager's or the operator's. An operator may sign it (shared/api/operator.ts).
 */
export const OrganisationEvent = v.variant('action', [
  v.strictObject({
    action: v.literal('onboard'),
    name,
    scenarios: v.pipe(
      v.array(v.picklist(SCENARIO_NAMES)),
      v.minLength(1),
      v.maxLength(SCENARIO_NAMES.length),
    ),
    /** Its staff may also enrol people at a counter. */
    enrols: v.optional(v.boolean(), false),
    licenceExpiresAt: unixSeconds,
  }),
  /** Answers {@link OrganisationList}. */
  v.strictObject({ action: v.literal('organisations') }),
  v.strictObject({ action: v.literal('renew'), organisationId: id, licenceExpiresAt: unixSeconds }),
  v.strictObject({ action: v.literal('suspend'), organisationId: id }),
  v.strictObject({ action: v.literal('resume'), organisationId: id }),
  v.strictObject({ action: v.literal('invite'), organisationId: id, role: v.picklist(['manager', 'clerk']) }),
  /** Answers {@link InvitationList}. */
  v.strictObject({ action: v.literal('invitations'), organisationId: id }),
  /** `invitation` is an `id` of {@link InvitationList}; one that is gone is no error. */
  v.strictObject({ action: v.literal('withdraw'), organisationId: id, invitation: id }),
  v.strictObject({ action: v.literal('staff'), organisationId: id }),
  v.strictObject({ action: v.literal('dismiss'), organisationId: id, account }),
  /** Puts a website on the register, or changes its entry. The operator's. Answers {@link Registered}. */
  v.strictObject({ action: v.literal('register-relying-party'), registrant: Registrant }),
  /** Takes it off: within a minute no wallet answers it. The operator's. */
  v.strictObject({ action: v.literal('withdraw-relying-party'), clientId: clientIdText }),
  /** What citizens complained of lately. The operator's. Answers {@link WebsiteReports}. */
  v.strictObject({ action: v.literal('website-reports') }),
  /** The same of organisations with desks. The operator's. Answers {@link DeskReports}. */
  v.strictObject({ action: v.literal('desk-reports') }),
  /** The registrar's word on a website, as of now; anybody's. Answers {@link RelyingPartyWord}. */
  v.strictObject({ action: v.literal('relying-party'), clientId: clientIdText }),
  v.strictObject({ action: v.literal('join'), invitation: id, name: shownText(80) }),
])
export type OrganisationEvent = v.InferOutput<typeof OrganisationEvent>

export interface Registered {
  readonly clientId: string
}
/** What was complained of on one day. */
export interface ComplaintCount {
  readonly kind: Complaint
  /** The day in China, `YYYY-MM-DD`. */
  readonly day: string
  /** How often; a phone may complain ten times a day. */
  readonly count: number
}
/** The latest days first, 500 rows at most. */
export interface WebsiteReports {
  readonly reports: readonly (ComplaintCount & { readonly domain: string })[]
}
/** Likewise. */
export interface DeskReports {
  readonly reports: readonly (ComplaintCount & {
    readonly organisationId: string
    /** As it was called then. */
    readonly organisation: { readonly zh: string; readonly en: string }
  })[]
}
export interface RelyingPartyWord {
  /** Compact JWS, `nansha-relying-party+jwt`, good for a minute. */
  readonly registration: string
}

export interface Onboarded {
  readonly organisationId: string
}
export interface OrganisationList {
  readonly organisations: readonly {
    readonly organisationId: string
    readonly name: { readonly zh: string; readonly en: string }
    readonly scenarios: readonly ScenarioName[]
    readonly enrols: boolean
    /** How many manage it. */
    readonly managers: number
    /** Unix seconds. */
    readonly licenceExpiresAt: number
    /** Unix seconds; absent while it may work. */
    readonly suspendedAt?: number
  }[]
}
export interface Invited {
  /** Works once, for 7 days, as long as its author may invite. */
  readonly invitation: string
}
/** The open invitations, newest first. Only the author of an invitation knows its code. */
export interface InvitationList {
  readonly invitations: readonly {
    readonly id: string
    readonly role: 'manager' | 'clerk'
    /** The name of who made it; absent where the operator did. */
    readonly by?: string
    /** Unix seconds. */
    readonly expiresAt: number
  }[]
}
export interface StaffList {
  readonly staff: readonly {
    readonly account: `${string}:${string}`
    readonly role: 'manager' | 'clerk'
    readonly name: string
    /** Managers cannot dismiss themselves: an organisation without a manager could not recover by itself. */
    readonly isCaller: boolean
  }[]
}
export interface Joined {
  readonly organisation: { readonly zh: string; readonly en: string }
}

import type { Stored } from '../platform/database'
import { ATTEMPTS, type Attempts } from './attempts'
import { BIOMETRICS, type Biometric } from './biometrics'
import { CITIZENS, type Citizen } from './citizens'
import { COUNTER_APPLICATIONS, type CounterApplication } from './counter-applications'
import { COUNTER_CODES, type CounterCode } from './counter-codes'
import { CREDENTIALS, type Credential } from './credentials'
import { DECISIONS, type Decision } from './decisions'
import { DESK_CODES, type DeskCodeRecord } from './desk-codes'
import { DESK_WARNINGS, type DeskWarning } from './desk-warnings'
import { DEVICES, type Device } from './devices'
import { ENROLMENTS, type Enrolment } from './enrolments'
import { type CitizenEvent, EVENTS } from './events'
import { ISSUANCE_LOG } from './former-chain'
import { HANDLES, type Handle } from './handles'
import { INVITATIONS, type Invitation } from './invitations'
import { LOG_QUEUE, LOG_STATE, LOG_TILES } from './log'
import { NUMBER_ALARMS, type NumberAlarm } from './number-alarms'
import { NUMBER_CLAIMS, type NumberClaim } from './number-claims'
import { NUMBER_LOCKS, type NumberLock } from './number-locks'
import { OFFICER_DAYS, type OfficerDay } from './officer-days'
import { ORGANISATIONS, type Organisation } from './organisations'
import { PASS_DAYS, type PassDay } from './pass-days'
import { REBINDINGS, type Rebinding } from './rebindings'
import { REFUSED_CHECKS, type RefusedCheck } from './refused-checks'
import { REQUESTS, type SignedRequest } from './requests'
import { SEEN_CAPTURES, type SeenCaptures } from './seen-captures'
import { SEEN_FRAMES, type SeenFrame } from './seen-frames'
import { ORGANISATION_SLOTS, SLOTS, type Slots } from './slots'
import { SPECIMENS, type Specimen } from './specimens'
import { STAFF, type StaffMember } from './staff'
import { STATUS_LISTS } from './status-lists'
import { STAYS, type Stay } from './stays'
import { UNLOCKS, type UnlockRecord } from './unlocks'
import { USES, type Use } from './uses'

/** How the records of a collection lie in the database. */
export interface Keeping {
  /**
   * `blind`: the record lies under a keyed reference in place of its `_id`, which is sealed with it.
   * `forgotten`: likewise, and the `_id` is kept nowhere.
   */
  readonly id?: 'blind' | 'forgotten'
  /** Fields that lie there as they are; every other field is sealed. `all` seals nothing. */
  readonly clear: readonly string[] | 'all'
  /** Sealed fields that can be asked for, by equality: a keyed reference lies in their place. */
  readonly asked?: readonly string[]
  /** Sealed times that can be asked for by comparison: rounded up to a multiple of so many milliseconds, they lie there. */
  readonly rounded?: Readonly<Record<string, number>>
  /** Which key seals; of the PIN, that of `wallet` alone. */
  readonly sealedBy?: 'data' | 'pin'
  /** What is sealed is filled up to a multiple of so many bytes, so that its length tells nothing. */
  readonly pad?: number
  /** Which key vouches for the record against whoever can write the database but holds no key. */
  readonly vouchedBy?: 'record' | 'staff'
}

interface KeepingOf<T extends Stored> extends Omit<Keeping, 'rounded'> {
  readonly clear: readonly (keyof T & string)[] | 'all'
  readonly asked?: readonly (keyof T & string)[]
  readonly rounded?: { readonly [Field in keyof T & string]?: number }
}

const HOUR = 3600_000
const DAY = 24 * HOUR
const WEEK = 7 * DAY

const keep = <T extends Stored>(name: string, keeping: KeepingOf<T>) => [name, keeping as Keeping] as const

/**
 * What lies in clear, what is sealed, what can be found, and what is vouched for: of every collection, in one place.
 * docs/privacy.md says what follows for whoever reads the database, docs/limits.md for whoever writes it.
 */
export const KEEPING: ReadonlyMap<string, Keeping> = new Map([
  // A person and their phones. What links them lies under random ids; who they are, and when they did what, is sealed.
  keep<Citizen>(CITIZENS, {
    clear: ['numberIndex', 'claims', 'portrait'],
    asked: ['account'],
    vouchedBy: 'record',
  }),
  keep<Credential>(CREDENTIALS, {
    clear: ['citizenId', 'list', 'status', 'fingerprint'],
    rounded: { statusChangedAt: DAY },
    vouchedBy: 'record',
  }),
  keep<Device>(DEVICES, { id: 'blind', clear: ['citizenId'], vouchedBy: 'record' }),
  keep<UnlockRecord>(UNLOCKS, { id: 'blind', clear: ['citizenId'], sealedBy: 'pin', vouchedBy: 'record' }),
  keep<Biometric>(BIOMETRICS, { id: 'blind', clear: ['citizenId'], sealedBy: 'pin', vouchedBy: 'record' }),
  keep<NumberClaim>(NUMBER_CLAIMS, { clear: ['citizenId'], vouchedBy: 'record' }),
  keep<NumberLock>(NUMBER_LOCKS, { clear: [], vouchedBy: 'record' }),
  keep<NumberAlarm>(NUMBER_ALARMS, { clear: ['expiresAt'], vouchedBy: 'record' }),

  // How they came to be one.
  keep<Enrolment>(ENROLMENTS, {
    clear: ['state', 'reading', 'expiresAt'],
    vouchedBy: 'record',
  }),
  keep<CounterApplication>(COUNTER_APPLICATIONS, {
    // The folders are the sweep's, which deletes what was uploaded to them.
    clear: ['folders', 'credential', 'expiresAt'],
    vouchedBy: 'record',
  }),
  keep<CounterCode>(COUNTER_CODES, { clear: 'all', vouchedBy: 'record' }),
  keep<Rebinding>(REBINDINGS, {
    clear: ['claims', 'portrait', 'expiresAt'],
    asked: ['enrolmentId', 'account'],
    vouchedBy: 'record',
  }),
  keep<Decision>(DECISIONS, { id: 'blind', clear: ['numberIndex'], rounded: { expiresAt: DAY } }),
  keep<Attempts>(ATTEMPTS, { clear: 'all', vouchedBy: 'record' }),
  keep<SeenCaptures>(SEEN_CAPTURES, { clear: [], rounded: { expiresAt: DAY }, vouchedBy: 'record' }),
  keep<SeenFrame>(SEEN_FRAMES, { id: 'forgotten', clear: [], rounded: { expiresAt: DAY } }),

  // What they did with it. Nothing here has an id, a reference or a precise time in common with a person or a phone.
  keep<Handle>(HANDLES, {
    id: 'blind',
    clear: [],
    asked: ['citizenId'],
    rounded: { expiresAt: HOUR },
    // The most numerous: a day's worth for every phone.
    pad: 320,
    vouchedBy: 'record',
  }),
  keep<Slots>(SLOTS, { id: 'blind', clear: [], rounded: { expiresAt: HOUR }, vouchedBy: 'record' }),
  keep<SignedRequest>(REQUESTS, { id: 'forgotten', clear: ['expiresAt'] }),
  keep<PassDay>(PASS_DAYS, {
    id: 'forgotten',
    clear: ['passes'],
    rounded: { expiresAt: DAY },
    vouchedBy: 'record',
  }),
  keep<CitizenEvent>(EVENTS, {
    id: 'blind',
    clear: [],
    asked: ['holder'],
    rounded: { expiresAt: DAY },
    pad: 768,
  }),
  keep<Use>(USES, {
    id: 'blind',
    clear: ['organisationId', 'staff', 'scenario', 'at', 'expiresAt'],
    vouchedBy: 'record',
  }),
  keep<Stay>(STAYS, { id: 'blind', clear: ['organisationId', 'at', 'guest'], vouchedBy: 'record' }),

  // Those who ask.
  keep<DeskCodeRecord>(DESK_CODES, {
    clear: ['organisationId', 'staff', 'scenario', 'digest', 'expiresAt'],
    vouchedBy: 'record',
  }),
  keep<RefusedCheck>(REFUSED_CHECKS, {
    id: 'forgotten',
    clear: ['organisationId', 'staff', 'scenario', 'code', 'at', 'expiresAt'],
  }),
  keep<DeskWarning>(DESK_WARNINGS, {
    id: 'blind',
    clear: ['organisationId', 'staff'],
    // Rounded so far that the day of a freeze does not lead from a citizen to a desk.
    rounded: { expiresAt: WEEK },
    pad: 512,
    vouchedBy: 'record',
  }),
  keep<OfficerDay>(OFFICER_DAYS, { clear: 'all', vouchedBy: 'record' }),
  keep<Organisation>(ORGANISATIONS, { clear: 'all', vouchedBy: 'staff' }),
  keep<StaffMember>(STAFF, { clear: 'all', vouchedBy: 'staff' }),
  keep<Invitation>(INVITATIONS, { clear: 'all', vouchedBy: 'staff' }),
  keep<Slots>(ORGANISATION_SLOTS, { clear: 'all', vouchedBy: 'staff' }),

  // Public, signed by the issuer, or of a local stage only.
  keep(ISSUANCE_LOG, { clear: 'all' }),
  keep(LOG_QUEUE, { clear: 'all' }),
  keep(LOG_TILES, { clear: 'all' }),
  keep(LOG_STATE, { clear: 'all' }),
  keep(STATUS_LISTS, { clear: 'all' }),
  keep<Specimen>(SPECIMENS, { id: 'blind', clear: ['person', 'portraitFile'] }),
])

import { DAY_MS } from '@nansha/shared/clock/durations'
import type { DeskWarning } from '../records/desk-warnings'
import type { Use } from '../records/uses'

/** How long a desk finds its warnings. */
const KEPT_MS = 7 * DAY_MS

/**
 * Words a warning for the desk that looked at a use; the caller inserts it. A second one of the same kind has the same id.
 *
 * @param now Unix milliseconds
 */
export function deskWarning(use: Use, kind: DeskWarning['kind'], now: number): DeskWarning {
  const { _id, organisationId, staff, scenario, at, subject } = use
  return {
    _id: `${kind}.${_id}`,
    organisationId,
    staff,
    kind,
    scenario,
    at,
    raisedAt: new Date(now),
    subject,
    expiresAt: new Date(now + KEPT_MS),
  }
}

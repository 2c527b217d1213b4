import { NanshaError } from '@nansha/shared/errors'
import type { Organisation } from '../records/organisations'

/** @throws NanshaError LICENCE_SUSPENDED */
export function requireNotSuspended({ suspendedAt }: Pick<Organisation, 'suspendedAt'>): void {
  if (suspendedAt) throw new NanshaError('LICENCE_SUSPENDED')
}

/**
 * Whether an organisation may work at all now.
 *
 * @param now Unix milliseconds
 * @throws NanshaError LICENCE_SUSPENDED, LICENCE_EXPIRED
 */
export function requireLicence(
  organisation: Pick<Organisation, 'suspendedAt' | 'licenceExpiresAt'>,
  now: number,
): void {
  requireNotSuspended(organisation)
  if (organisation.licenceExpiresAt.getTime() <= now) throw new NanshaError('LICENCE_EXPIRED')
}

import type { WalletStatus } from '@nansha/shared/api/wallet-answers'
import { NanshaError } from '@nansha/shared/errors'
import type { Credential } from '../records/credentials'

/** @param now Unix milliseconds */
export function statusOf({ status, expiresAt }: Credential, now: number): WalletStatus['status'] {
  return status === 'valid' && expiresAt.getTime() <= now ? 'expired' : status
}

/** @throws NanshaError CREDENTIAL_FROZEN, CREDENTIAL_REVOKED, CREDENTIAL_EXPIRED */
export function requireValid(credential: Credential, now: number): void {
  const codes = {
    frozen: 'CREDENTIAL_FROZEN',
    revoked: 'CREDENTIAL_REVOKED',
    expired: 'CREDENTIAL_EXPIRED',
  } as const
  const status = statusOf(credential, now)
  if (status !== 'valid') throw new NanshaError(codes[status])
}

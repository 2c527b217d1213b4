import { NanshaError } from '@nansha/shared/errors'
import { type Account, type Caller, clientAccount } from '../platform/caller'

/** @throws NanshaError CALLER_UNKNOWN unless a person called from a mini-program */
export function requireAccount(caller: Caller): Account {
  const account = clientAccount(caller)
  if (!account) throw new NanshaError('CALLER_UNKNOWN')
  return account
}

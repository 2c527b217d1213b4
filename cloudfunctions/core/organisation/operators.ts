import type { AccountKey } from '../records/account-key'

/**
 * The operators' accounts, from `NANSHA_OPERATORS`: `<appid>:<openid>`, separated by commas. None when it is not set.
 *
 * @throws Error when an entry is no account: a typing error must not silently lock the operators out
 */
export function readOperators(environment: NodeJS.ProcessEnv): ReadonlySet<AccountKey> {
  const entries = (environment.NANSHA_OPERATORS ?? '').split(',').map((entry) => entry.trim())
  const operators = new Set<AccountKey>()
  for (const entry of entries.filter(Boolean)) {
    if (!isAccountKey(entry))
      throw new Error('NANSHA_OPERATORS must list <appid>:<openid>, separated by commas.')
    operators.add(entry)
  }
  return operators
}

function isAccountKey(text: string): text is AccountKey {
  return /^[\w-]+:[\w-]+$/.test(text)
}

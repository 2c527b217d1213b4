import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import * as v from 'valibot'
import type { AccountKey } from '../records/account-key'

/** Who may act as an operator: accounts of the chat app, and whoever holds one of the keys. */
export interface Operators {
  readonly accounts: ReadonlySet<AccountKey>
  /** By RFC 7638 thumbprint. */
  readonly keys: ReadonlyMap<string, EcPublicJwk>
}

const Keys = v.pipe(v.string(), v.parseJson(), v.array(EcPublicJwk))

/**
 * Reads who the operators are: `NANSHA_OPERATORS`, `<appid>:<openid>` separated by commas, and `NANSHA_OPERATOR_KEYS`, a
 * JSON array of public P-256 JWKs. Nobody where neither is set.
 *
 * @throws Error when an entry is no account or no key: a typing error must not silently lock the operators out
 */
export function readOperators(environment: NodeJS.ProcessEnv): Operators {
  const keys = v.safeParse(Keys, environment.NANSHA_OPERATOR_KEYS || '[]')
  if (!keys.success) throw new Error('NANSHA_OPERATOR_KEYS must be a JSON array of public P-256 JWKs.')
  return {
    accounts: readAccounts(environment.NANSHA_OPERATORS ?? ''),
    keys: new Map(keys.output.map((key) => [keyThumbprint(key), key])),
  }
}

function readAccounts(text: string): ReadonlySet<AccountKey> {
  const accounts = new Set<AccountKey>()
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue
    if (!isAccountKey(entry))
      throw new Error('NANSHA_OPERATORS must list <appid>:<openid>, separated by commas.')
    accounts.add(entry)
  }
  return accounts
}

function isAccountKey(text: string): text is AccountKey {
  return /^[\w-]+:[\w-]+$/.test(text)
}

/** What records call an operator who signs. No account of the chat app is called so: an appid begins with `wx`. */
const SIGNER = 'operator-key'

export function signerAccount(keyId: string): AccountKey {
  return `${SIGNER}:${keyId}`
}

/** Whether somebody is an operator now, by either way. */
export function isOperator({ accounts, keys }: Operators, who: AccountKey): boolean {
  const [kind, keyId = ''] = who.split(':')
  return kind === SIGNER ? keys.has(keyId) : accounts.has(who)
}

import type { Account } from '../platform/caller'

/** `<appid>:<openid>`: how records name an account. */
export type AccountKey = `${string}:${string}`

export function accountKey({ appId, openId }: Account): AccountKey {
  return `${appId}:${openId}`
}

/** The account that a key names. Neither part can hold a colon. */
export function accountOf(key: AccountKey): Account {
  const [appId = '', openId = ''] = key.split(':')
  return { appId, openId }
}

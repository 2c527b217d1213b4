import type { Account } from '../platform/caller'

/** `<appid>:<openid>`: how records name an account. */
export type AccountKey = `${string}:${string}`

export function accountKey({ appId, openId }: Account): AccountKey {
  return `${appId}:${openId}`
}

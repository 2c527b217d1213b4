import type { IncomingHttpHeaders } from 'node:http'
import { PlatformError } from './platform-error'

/** One account of one mini-program, as a developer states it in headers; the platform would know it by itself. */
export interface Account {
  readonly appId: string
  readonly openId: string
}

/** The mini-program that owns the environment. */
export const CITIZEN_APP_ID = 'wxcitizen0000000001'
/** The companion, which shares the environment through `cloudbase_auth`. */
export const COMPANION_APP_ID = 'wxverifier000000002'

/**
 * Reads the development identity of a client: `x-wx-appid` and `x-wx-openid`.
 *
 * @throws PlatformError when it is missing, malformed, or of an app that the environment is not shared with
 */
export function readAccount(headers: IncomingHttpHeaders): Account {
  const [appId, openId] = [headers['x-wx-appid'], headers['x-wx-openid']]
  if (appId !== CITIZEN_APP_ID && appId !== COMPANION_APP_ID) {
    throw new PlatformError(
      'INVALID_REQUEST_SOURCE',
      'The header x-wx-appid must name an app of this environment.',
    )
  }
  if (typeof openId !== 'string' || !/^[\w-]{1,64}$/.test(openId)) {
    throw new PlatformError(
      'INVALID_REQUEST_SOURCE',
      'The header x-wx-openid must name the account: 1 to 64 letters or digits.',
    )
  }
  return { appId, openId }
}

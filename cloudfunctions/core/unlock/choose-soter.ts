import type { Now } from '../function/answer'
import { createCallWechat } from '../registry/wechat-api'
import { createWechatSoter, type VerifySoter } from './soter'

/**
 * The platform's check of fingerprints and faces, where `NANSHA_WECHAT_APP_ID` and `NANSHA_WECHAT_APP_SECRET` are set.
 *
 * @returns null without them: phones then unlock by PIN
 * @throws Error when only one of them is
 */
export function chooseSoter(
  { NANSHA_WECHAT_APP_ID: appId, NANSHA_WECHAT_APP_SECRET: appSecret }: NodeJS.ProcessEnv,
  ports: { readonly fetch: typeof fetch; readonly now: Now },
): VerifySoter | null {
  if (!appId && !appSecret) return null
  if (!appId || !appSecret)
    throw new Error('NANSHA_WECHAT_APP_ID and NANSHA_WECHAT_APP_SECRET go together: one is missing.')
  return createWechatSoter(createCallWechat({ appId, appSecret, ...ports }))
}

import Taro from '@tarojs/taro'

/** `unagreed`: the person has not agreed to the privacy notice. `undeclared`: it does not name this use (docs/operations.md). */
export type PrivacyFault = 'unagreed' | 'undeclared'

/**
 * Why the platform withholds what falls under its privacy notice: "… api scope is not declared in the privacy agreement" (errno 112), or
 * "… privacy permission is not authorized" (errno 104) after the person refused.
 */
export function privacyFault(reason: unknown): PrivacyFault | undefined {
  const { errMsg = '' } = reason as { readonly errMsg?: string }
  if (!/privacy/i.test(errMsg)) return undefined
  return /not declared/i.test(errMsg) ? 'undeclared' : 'unagreed'
}

/** Whether the platform can be asked beforehand: base library 2.32.3. An older one asks by itself when the interface is called. */
const canRequire = () => typeof Taro.requirePrivacyAuthorize === 'function'

/** Whether a camera may be on the page at once, because nothing is to be awaited before it. */
export const isPrivacySettled = (): boolean => !canRequire()

/**
 * To be awaited before every interface that the platform calls private (camera, album, its filming of faces): the platform shows its notice
 * unless the person has agreed to it.
 *
 * @returns why the interface must not be called, `undefined` when it may
 */
export function requirePrivacy(): Promise<PrivacyFault | undefined> {
  return new Promise((resolve) => {
    if (!canRequire()) return resolve(undefined)
    Taro.requirePrivacyAuthorize({
      success: () => resolve(undefined),
      fail: (reason) => resolve(privacyFault(reason) ?? 'unagreed'),
    })
  })
}

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

/** Has the platform show its notice again (base library 2.32.3). @returns whether the person agreed */
export function askForPrivacy(): Promise<boolean> {
  return new Promise((resolve) => {
    if (typeof Taro.requirePrivacyAuthorize !== 'function') return resolve(false)
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) })
  })
}

import Taro from '@tarojs/taro'
import type * as Port from './biometric'

/** SOTER's names; `speech` is listed by the platform and not built. */
const MODES = ['fingerPrint', 'facial'] as const
type Mode = (typeof MODES)[number]

/** A base library older than these functions throws: then there is no such lock either. */
export const hasBiometric: typeof Port.hasBiometric = () =>
  modes().then(
    ({ length }) => length > 0,
    () => false,
  )

export const signWithBiometric: typeof Port.signWithBiometric = async (challenge, reason) => {
  const [mode] = await modes()
  if (!mode) return undefined
  return new Promise((resolve) => {
    Taro.startSoterAuthentication({
      requestAuthModes: [mode],
      challenge,
      authContent: reason,
      success: ({ resultJSON, resultJSONSignature }) =>
        resolve({ json: resultJSON, signature: resultJSONSignature }),
      fail: () => resolve(undefined),
    })
  })
}

/** What the phone can do and its owner has set up. */
async function modes(): Promise<readonly Mode[]> {
  const supported = await new Promise<readonly string[]>((resolve) => {
    Taro.checkIsSupportSoterAuthentication({
      success: ({ supportMode }) => resolve(supportMode),
      fail: () => resolve([]),
    })
  })
  const usable: Mode[] = []
  for (const mode of MODES) {
    if (supported.includes(mode) && (await isEnrolled(mode))) usable.push(mode)
  }
  return usable
}

function isEnrolled(checkAuthMode: Mode): Promise<boolean> {
  return new Promise((resolve) => {
    Taro.checkIsSoterEnrolledInDevice({
      checkAuthMode,
      success: (result) => resolve(result.isEnrolled),
      fail: () => resolve(false),
    })
  })
}

import wxServerSdk from 'wx-server-sdk'

/** wx-server-sdk as scripts use it, without the types that do not pass strict TypeScript. */
// biome-ignore lint/suspicious/noExplicitAny: the SDK's own API is what these tests exercise
export const sdk = wxServerSdk as any

let opened = false

/** The SDK's own database: a missing document throws, as it does by default. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export function openSdkDatabase(): any {
  if (!opened) sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  opened = true
  return sdk.database()
}

import type * as Port from './platform-age'

/** The oldest base library; also to be set as 基础库最低版本 where the app is administered (docs/operations.md). */
const OLDEST = [2, 23, 4] as const

/** The functions that tell the version; the younger one came with 2.20.1. */
declare const wx: Partial<
  Record<'getAppBaseInfo' | 'getSystemInfoSync', () => { readonly SDKVersion?: string }>
>

export const isPlatformTooOld: typeof Port.isPlatformTooOld = isOlder(
  (wx.getAppBaseInfo ?? wx.getSystemInfoSync)?.().SDKVersion ?? '',
)

/** @param version `major.minor.patch`; one that cannot be read counts as old, because nothing is known to be safe there */
function isOlder(version: string): boolean {
  const numbers = version.split('.').map(Number)
  for (const [place, oldest] of OLDEST.entries()) {
    const number = numbers[place] ?? Number.NaN
    if (number !== oldest) return !(number > oldest)
  }
  return false
}

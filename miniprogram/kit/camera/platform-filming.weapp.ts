import { requirePrivacy } from '../device/privacy.weapp'
import type * as Port from './platform-filming'

/** Taro does not know it yet; base library 3.8.12. */
declare const wx: {
  readonly requestFacialVerify?: (options: {
    readonly verifyId: string
    readonly success: () => void
    readonly fail: () => void
  }) => void
}

export const canPlatformFilm: typeof Port.canPlatformFilm = () => wx.requestFacialVerify !== undefined

export const filmByPlatform: typeof Port.filmByPlatform = async (verifyId) => {
  if (await requirePrivacy()) return false
  return new Promise((resolve) => {
    if (!wx.requestFacialVerify) return resolve(false)
    wx.requestFacialVerify({ verifyId, success: () => resolve(true), fail: () => resolve(false) })
  })
}

import type * as Port from './network-id'

/** Taro does not know it; open to mini-programs that the national platform and WeChat admitted. */
declare const wx: {
  readonly ncidas?: (options: {
    readonly orgID: string
    readonly businessID: string
    readonly bizSeq: string
    readonly type: 0 | 1
    readonly success: (result: { readonly resultCode?: string; readonly idCardAuthData?: string }) => void
    readonly fail: () => void
  }) => void
}

/** The credential alone, without its password: modes R01 and R03. */
const CREDENTIAL = 0
const SUCCEEDED = 'C0000000'

export const canShowNetworkId: typeof Port.canShowNetworkId = () => wx.ncidas !== undefined

export const showNetworkId: typeof Port.showNetworkId = ({ orgId, businessId, serial }) =>
  new Promise((resolve) => {
    if (!wx.ncidas) return resolve(undefined)
    wx.ncidas({
      orgID: orgId,
      businessID: businessId,
      bizSeq: serial,
      type: CREDENTIAL,
      success: ({ resultCode, idCardAuthData }) =>
        resolve(resultCode === SUCCEEDED && idCardAuthData ? idCardAuthData : undefined),
      fail: () => resolve(undefined),
    })
  })

import Taro from '@tarojs/taro'
import type * as Port from './network'

export const hasNetwork: typeof Port.hasNetwork = () =>
  Taro.getNetworkType().then(
    ({ networkType }) => networkType !== 'none',
    () => true,
  )

export const watchNetwork: typeof Port.watchNetwork = (onChange) => {
  let watching = true
  const changed = ({ isConnected }: { isConnected: boolean }) => onChange(isConnected)
  Taro.getNetworkType({
    success: ({ networkType }) => {
      if (watching) onChange(networkType !== 'none')
    },
  })
  Taro.onNetworkStatusChange(changed)
  return () => {
    watching = false
    Taro.offNetworkStatusChange(changed)
  }
}

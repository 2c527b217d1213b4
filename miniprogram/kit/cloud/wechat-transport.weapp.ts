import { runOnce } from '@nansha/shared/single-flight'
import Taro from '@tarojs/taro'
import { CLOUD_ENV, CLOUD_OWNER } from './settings'

type Cloud = Pick<typeof Taro.cloud, 'callFunction' | 'uploadFile'>

/** Begun at the first call, so that the app's start never waits for the network. */
const cloud = runOnce(start)

/**
 * Always a named environment: an app without a name would open whichever one the platform takes for its default.
 * The companion shares the citizen app's environment: same legal entity, another appid.
 */
async function start(): Promise<Cloud> {
  if (CLOUD_OWNER === '') {
    Taro.cloud.init({ env: CLOUD_ENV })
    return Taro.cloud
  }
  const shared = new Taro.cloud.Cloud({ resourceAppid: CLOUD_OWNER, resourceEnv: CLOUD_ENV })
  await shared.init()
  return shared
}

export const wechatTransport = {
  async call(name: string, data: object): Promise<unknown> {
    const { result } = await (await cloud()).callFunction({ name, data })
    return result
  },
  async upload(cloudPath: string, filePath: string): Promise<unknown> {
    const { fileID } = await (await cloud()).uploadFile({ cloudPath, filePath })
    return fileID
  },
}

import Taro from '@tarojs/taro'
import { readPicture } from '../camera/picture'
import { APP, DEVELOPMENT_APPID } from '../device/app-identity'
import { LOCALCLOUD } from './settings'

/** The simulator's companion is the desk that the demo seeds; its citizen is none of those in the browser. */
const openid = APP === 'verifier' ? 'desk1' : 'simulator'
const header = { 'x-wx-openid': openid, 'x-wx-appid': DEVELOPMENT_APPID }

/** localcloud over HTTP; works in the simulator only, where 127.0.0.1 is this machine. */
export const localTransport = {
  async call(name: string, data: object): Promise<unknown> {
    const { data: body } = await Taro.request<{ result?: unknown }>({
      url: `${LOCALCLOUD}/functions/${name}`,
      method: 'POST',
      header: { ...header, 'content-type': 'application/json' },
      data,
    })
    return body.result
  },
  async upload(path: string, filePath: string): Promise<unknown> {
    const { data: body } = await Taro.request<{ fileID?: unknown }>({
      url: `${LOCALCLOUD}/files?path=${encodeURIComponent(path)}`,
      method: 'PUT',
      header: { ...header, 'content-type': 'application/octet-stream' },
      data: (await readPicture({ src: filePath })).buffer,
    })
    return body.fileID
  },
}

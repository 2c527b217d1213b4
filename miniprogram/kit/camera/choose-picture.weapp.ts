import Taro from '@tarojs/taro'
import { privacyFault, requirePrivacy } from '../device/privacy.weapp'
import type * as Port from './choose-picture'

export const choosePicture: typeof Port.choosePicture = async () => {
  const refused = await requirePrivacy()
  if (refused) return { state: refused }
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['album'],
      sizeType: ['compressed'],
    })
    const [file] = tempFiles
    return file
      ? { state: 'chosen', picture: { src: file.tempFilePath }, size: file.size }
      : { state: 'none' }
  } catch (reason) {
    const fault = privacyFault(reason)
    if (fault) return { state: fault }
    return { state: isCancelled(reason) ? 'none' : 'unreadable' }
  }
}

function isCancelled(reason: unknown): boolean {
  return /cancel/i.test((reason as TaroGeneral.CallbackResult).errMsg ?? '')
}

import Taro from '@tarojs/taro'
import type * as Port from './feedback'
import { playTones } from './tones'

let context: AudioContext | undefined

export const signal: typeof Port.signal = (outcome) => {
  try {
    context ??= Taro.createWebAudioContext() as unknown as AudioContext
    playTones(context, outcome)
  } catch {
    // Base library older than 2.19.
  }
  if (outcome === 'accepted') Taro.vibrateShort({ type: 'medium', fail: () => undefined })
  else Taro.vibrateLong({ fail: () => undefined })
}

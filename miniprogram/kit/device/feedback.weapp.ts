import Taro from '@tarojs/taro'
import type * as Port from './feedback'
import { playTones } from './tones'

/** Begin of each long buzz, in milliseconds: the platform has one length of 400 ms, so an alarm is told apart by their number. */
const LONG_BUZZES = { refused: [0], alarm: [0, 600, 1200] } as const

let context: AudioContext | undefined

export const signal: typeof Port.signal = (outcome) => {
  try {
    context ??= Taro.createWebAudioContext() as unknown as AudioContext
    playTones(context, outcome)
  } catch {
    // Base library older than 2.19.
  }
  if (outcome === 'accepted') Taro.vibrateShort({ type: 'medium', fail: () => undefined })
  else for (const after of LONG_BUZZES[outcome]) buzzLong(after)
}

function buzzLong(after: number): void {
  const buzz = () => Taro.vibrateLong({ fail: () => undefined })
  if (after === 0) buzz()
  else setTimeout(buzz, after)
}

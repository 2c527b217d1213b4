import Taro from '@tarojs/taro'
import type * as Port from './speak'

/**
 * A mini-program has no voice of its own: the platform's plugin for speech (WechatSI) sends the words to a third party. What is
 * said was recorded when the app was built (docs/decisions/305).
 */
let stopLast: () => void = () => undefined
let prepared: Promise<unknown> | undefined

export const canSpeak: typeof Port.canSpeak = (sentence) =>
  typeof Taro.createInnerAudioContext === 'function' &&
  (sentence === undefined || sentence.recording !== undefined)

export const speak: typeof Port.speak = (sentence) => {
  stopLast()
  if (!canSpeak(sentence)) return () => undefined
  let player: Taro.InnerAudioContext | undefined
  let isOver = false
  const stop = () => {
    isOver = true
    player?.destroy()
    player = undefined
  }
  stopLast = stop
  void prepare().then(() => {
    if (isOver) return
    try {
      player = Taro.createInnerAudioContext()
      player.onEnded(stop)
      player.onError(stop)
      player.src = `${sentence.recording}.${sentence.language}.mp3`
      player.play()
    } catch {
      stop() // The words stand on the screen.
    }
  })
  return stop
}

/** Who chose to be spoken to hears it on a muted iPhone too, and their music goes on. Holds for the whole app. */
function prepare(): Promise<unknown> {
  prepared ??= Promise.resolve()
    .then(() => Taro.setInnerAudioOption({ obeyMuteSwitch: false, mixWithOther: true }))
    .catch(() => undefined)
  return prepared
}

import type * as Port from './feedback'
import { playTones } from './tones'

let context: AudioContext | undefined

export const signal: typeof Port.signal = (outcome) => {
  context ??= new AudioContext()
  playTones(context, outcome)
  navigator.vibrate?.(outcome === 'accepted' ? 60 : [120, 80, 120])
}

import type * as Port from './feedback'
import { playTones } from './tones'

let context: AudioContext | undefined

export const signal: typeof Port.signal = (outcome) => {
  try {
    context ??= new AudioContext()
    playTones(context, outcome)
  } catch {
    // No sound device.
  }
  navigator.vibrate?.(outcome === 'accepted' ? 60 : [120, 80, 120])
}

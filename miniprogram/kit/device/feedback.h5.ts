import type * as Port from './feedback'
import { playTones } from './tones'

/** Milliseconds: buzz, pause, buzz, … */
const BUZZES = { accepted: [60], refused: [120, 80, 120], alarm: [400, 120, 400, 120, 400] }

let context: AudioContext | undefined

export const signal: typeof Port.signal = (outcome) => {
  try {
    context ??= new AudioContext()
    playTones(context, outcome)
  } catch {
    // No sound device.
  }
  navigator.vibrate?.(BUZZES[outcome])
}

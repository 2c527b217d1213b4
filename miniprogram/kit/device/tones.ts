/** Notes of a signal: frequency in Hz, start and length in seconds. */
const TONES = {
  accepted: [
    { frequency: 660, start: 0, length: 0.12 },
    { frequency: 880, start: 0.14, length: 0.22 },
  ],
  refused: [
    { frequency: 220, start: 0, length: 0.2 },
    { frequency: 185, start: 0.26, length: 0.34 },
  ],
  alarm: [
    { frequency: 988, start: 0, length: 0.3 },
    { frequency: 740, start: 0.3, length: 0.3 },
    { frequency: 988, start: 0.6, length: 0.3 },
    { frequency: 740, start: 0.9, length: 0.4 },
  ],
} as const

/** Plays a signal on a WebAudio context; browsers and the mini-program offer the same one. */
export function playTones(context: AudioContext, outcome: keyof typeof TONES): void {
  for (const { frequency, start, length } of TONES[outcome]) {
    const oscillator = context.createOscillator()
    const volume = context.createGain()
    const begin = context.currentTime + start
    oscillator.frequency.value = frequency
    volume.gain.setValueAtTime(0.25, begin)
    volume.gain.linearRampToValueAtTime(0, begin + length)
    oscillator.connect(volume)
    volume.connect(context.destination)
    oscillator.start(begin)
    oscillator.stop(begin + length)
  }
}

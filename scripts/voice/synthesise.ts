import load from '@echogarden/espeak-ng-emscripten'

/** eSpeak's voices, and words a minute: about three syllables a second, as announcements are. */
const VOICES = { zh: { name: 'cmn', rate: 190 }, en: { name: 'en', rate: 145 } } as const

/** Of 32,767: as loud as all sentences can be without one that is cut off, also after an encoder has rounded it. */
const PEAK = 28_000

export interface Sound {
  readonly samples: Int16Array
  /** Samples a second. */
  readonly rate: number
}

/**
 * A voice of eSpeak NG. The same sentences in the same order always sound the same, to the bit; the noise of an `s` depends on what was
 * said before.
 */
export async function createVoice(language: 'zh' | 'en'): Promise<(words: string) => Sound> {
  const { name, rate } = VOICES[language]
  const silent = () => undefined
  const { eSpeakNGWorker } = await load({ print: silent, printErr: silent })
  const speaker = await new eSpeakNGWorker()
  if (speaker.set_voice(name) !== 0) throw new Error(`eSpeak NG has no voice ${name}.`)
  speaker.set_rate(rate)
  return (words) => {
    const pieces: Int16Array[] = []
    speaker.synthesize(words, (samples) => {
      if (samples) pieces.push(samples)
      return false
    })
    return { samples: evenOut(join(pieces)), rate: speaker.get_samplerate() }
  }
}

function join(pieces: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

function evenOut(samples: Int16Array): Int16Array {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1)
  return samples.map((sample) => Math.round((sample * PEAK) / peak))
}

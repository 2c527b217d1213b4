/** Words that are said to the person. */
export interface Sentence {
  readonly words: string
  readonly language: 'zh' | 'en'
  /** Its recordings in the mini-program, without language and ending; the web needs none. */
  readonly recording: string | undefined
}

/** Whether this device can say sentences aloud, or this one. */
export declare function canSpeak(sentence?: Sentence): boolean

/**
 * Says a sentence, in place of what was being said. Does nothing where the device cannot.
 *
 * @returns stops this sentence, if it is still being said
 */
export declare function speak(sentence: Sentence): () => void

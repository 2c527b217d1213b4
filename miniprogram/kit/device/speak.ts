import type { Language } from '../i18n/language'
import type { SpokenText } from '../i18n/spoken'

/** Whether this device can say sentences aloud, or this one. */
export declare function canSpeak(text?: SpokenText): boolean

/**
 * Says a sentence, in place of what was being said. Does nothing where the device cannot.
 *
 * @returns stops this sentence, if it is still being said
 */
export declare function speak(text: SpokenText, language: Language): () => void

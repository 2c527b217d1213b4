/** Whether this device can read words aloud to the person. */
export declare function canSpeak(): boolean

/** Reads words aloud, in place of what was being said. Does nothing where the device cannot. */
export declare function speak(words: string, language: 'zh' | 'en'): void

export declare function stopSpeaking(): void

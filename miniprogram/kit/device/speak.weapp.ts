import type * as Port from './speak'

/**
 * A mini-program has no voice of its own: the platform's plugin for speech (WechatSI) sends the words to a server of a third party and is
 * not used. A recording of each prompt, played by `createInnerAudioContext`, belongs here (docs/accessibility.md).
 */
export const canSpeak: typeof Port.canSpeak = () => false

export const speak: typeof Port.speak = () => undefined

export const stopSpeaking: typeof Port.stopSpeaking = () => undefined

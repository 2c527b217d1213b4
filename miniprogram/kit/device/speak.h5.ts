import type * as Port from './speak'

/** Slower than conversation, as announcements are. */
const RATE = 0.9

export const canSpeak: typeof Port.canSpeak = () => 'speechSynthesis' in window

export const speak: typeof Port.speak = (words, language) => {
  if (!canSpeak()) return
  speechSynthesis.cancel()
  const said = new SpeechSynthesisUtterance(words)
  said.lang = language === 'zh' ? 'zh-CN' : 'en'
  said.rate = RATE
  speechSynthesis.speak(said)
}

export const stopSpeaking: typeof Port.stopSpeaking = () => {
  if (canSpeak()) speechSynthesis.cancel()
}

import type * as Port from './speak'

/** Slower than conversation, as announcements are. */
const RATE = 0.9

let saying: SpeechSynthesisUtterance | undefined

export const canSpeak: typeof Port.canSpeak = () => 'speechSynthesis' in window

export const speak: typeof Port.speak = ({ words, language }) => {
  if (!canSpeak()) return () => undefined
  speechSynthesis.cancel()
  const mine = new SpeechSynthesisUtterance(words)
  mine.lang = language === 'zh' ? 'zh-CN' : 'en'
  mine.rate = RATE
  saying = mine
  speechSynthesis.speak(mine)
  return () => {
    if (saying === mine) speechSynthesis.cancel()
  }
}

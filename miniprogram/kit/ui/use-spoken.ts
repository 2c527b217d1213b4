import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { canSpeak, speak } from '../device/speak'
import { useLanguage } from '../i18n/language'
import type { SpokenText } from '../i18n/spoken'
import { useElder } from './elder'
import { withoutPhraseEnds } from './title-class'

/**
 * In senior mode, says what stands on the screen, while it stands there.
 *
 * @param text nothing is said without one
 * @param afterMs how long it must have stood before it is said: advice may change several times a second
 * @returns says it again; `undefined` where nothing is said
 */
export function useSpoken(text: SpokenText | undefined, afterMs = 0): (() => void) | undefined {
  const { hasVoice } = useElder()
  const { language } = useLanguage()
  const [isCovered, setCovered] = useState(false)
  useDidHide(() => setCovered(true))
  useDidShow(() => setCovered(false))
  const stop = useRef<() => void>(() => undefined)
  const isOn = hasVoice && !isCovered && text !== undefined

  const sentence = useMemo(
    () => text && { words: withoutPhraseEnds(text[language]), language, recording: text.recording },
    [text, language],
  )
  const say = useCallback(() => {
    if (sentence) stop.current = speak(sentence)
  }, [sentence])
  useEffect(() => {
    if (!isOn) return undefined
    const timer = setTimeout(say, afterMs)
    return () => {
      clearTimeout(timer)
      stop.current()
    }
  }, [isOn, say, afterMs])
  return isOn && canSpeak(sentence) ? say : undefined
}

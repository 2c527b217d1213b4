import {
  createContext,
  createElement,
  type PropsWithChildren,
  useCallback,
  useContext,
  useEffect,
  useMemo,
} from 'react'
import { useKeptChoice } from '../state/use-kept-choice'
import { declareLanguage } from './declare-language'
import { fillText, type Text } from './fill-text'

const LANGUAGES = ['zh', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

interface LanguageContext {
  readonly language: Language
  readonly choose: (language: Language) => void
}

const Context = createContext<LanguageContext>({ language: 'zh', choose: () => undefined })

/** Put around the app once; Chinese until the person chose otherwise on this device. */
export function LanguageProvider({ children }: PropsWithChildren) {
  const [language, choose] = useKeptChoice('language', LANGUAGES)

  useEffect(() => declareLanguage(language), [language])

  const value = useMemo(() => ({ language, choose }), [language, choose])
  return createElement(Context.Provider, { value }, children)
}

export function useLanguage(): LanguageContext {
  return useContext(Context)
}

/**
 * The one way to put words on a screen: `say(TEXTS.title)`, `say(ERRORS[code])`, `say(SCENARIOS.hotel.title)`.
 *
 * @returns a function that picks the language and fills `{holes}`
 */
export function useSay(): (text: Text, values?: Readonly<Record<string, string | number>>) => string {
  const { language } = useLanguage()
  return useCallback((text, values) => fillText(text[language], values), [language])
}

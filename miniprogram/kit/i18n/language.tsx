import {
  createContext,
  createElement,
  type PropsWithChildren,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { secureStorage } from '../device/secure-storage'
import { declareLanguage } from './declare-language'
import { fillText, type Text } from './fill-text'

export type Language = 'zh' | 'en'

const STORAGE_KEY = 'language'

interface LanguageContext {
  readonly language: Language
  readonly choose: (language: Language) => void
}

const Context = createContext<LanguageContext>({ language: 'zh', choose: () => undefined })

/** Put around the app once; Chinese until the person chose otherwise on this device. */
export function LanguageProvider({ children }: PropsWithChildren) {
  const [language, setLanguage] = useState<Language>('zh')

  useEffect(() => {
    secureStorage.get(STORAGE_KEY).then(
      (stored) => stored === 'en' && setLanguage('en'),
      () => undefined,
    )
  }, [])

  useEffect(() => declareLanguage(language), [language])

  const choose = useCallback((chosen: Language) => {
    setLanguage(chosen)
    secureStorage.set(STORAGE_KEY, chosen).catch(() => undefined)
  }, [])

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

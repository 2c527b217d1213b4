import '@nansha/kit/polyfill/missing-builtins'
import { LanguageProvider } from '@nansha/kit/i18n/language'
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import './app.scss'
import { startApp } from './services'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => void startApp())
  return <LanguageProvider>{children}</LanguageProvider>
}

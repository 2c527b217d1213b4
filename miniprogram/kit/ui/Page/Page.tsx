import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type CSSProperties, type PropsWithChildren, useEffect, useRef, useState } from 'react'
import { isPlatformTooOld } from '../../device/platform-age'
import { forbidSharing } from '../../device/sharing'
import { useLanguage } from '../../i18n/language'
import { a11y } from '../a11y'
import { useElder } from '../elder'
import { textScale } from '../text-scale'
import { focusPage } from './focus-page'
import './page.scss'
import { TooOld } from './TooOld'
import { useIsShown } from './use-is-shown'

export interface PageProps {
  /** For the navigation bar, in the language of the person. */
  readonly title: string
  /** `plain` for reading and forms, `camera` for a dark screen, the others fill it with a verdict. */
  readonly tone?: 'plain' | 'camera' | 'good' | 'bad' | 'warn'
}

/** The frame of every page: nothing works in an app that is too old, so it says that alone; safe areas, the reader's text size, one column that stays readable on wide screens. */
export function Page({ title, tone = 'plain', children }: PropsWithChildren<PageProps>) {
  const [scale] = useState(textScale)
  const { isElder } = useElder()
  const { language } = useLanguage()
  const isShown = useIsShown()
  const isNew = useRef(true)
  const column = useRef<unknown>(null)

  useEffect(() => {
    if (isShown) Taro.setNavigationBarTitle({ title })
  }, [isShown, title])

  useEffect(() => {
    if (isShown) forbidSharing()
  }, [isShown])

  // A page that changes its whole content (the steps of a check) begins at the top again.
  useEffect(() => {
    if (!isShown) return
    if (isNew.current) Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    isNew.current = false
    focusPage(column.current)
  }, [isShown])

  return (
    <View
      className={`kit-page kit-page--${tone} kit-page--${language} ${isElder ? 'kit-page--elder' : ''}`}
      style={{ '--reader': scale } as CSSProperties}
    >
      <View className="kit-page__column" ref={column} {...a11y({ role: 'main' })}>
        {isPlatformTooOld ? <TooOld /> : children}
      </View>
    </View>
  )
}

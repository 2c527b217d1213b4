import { View } from '@tarojs/components'
import { type CSSProperties, type PropsWithChildren, type Ref, useState } from 'react'
import { useLanguage } from '../../i18n/language'
import { a11y } from '../a11y'
import { useElder } from '../elder'
import { textScale } from '../text-scale'
import './page.scss'

/** `plain` for reading and forms, `camera` for a dark screen, the others fill it with a verdict. */
export type Tone = 'plain' | 'camera' | 'good' | 'bad' | 'warn'

export interface PageFrameProps {
  readonly tone?: Tone
  readonly column?: Ref<unknown> | null
}

/** Safe areas, the reader's text size, one column that stays readable on wide screens. */
export function PageFrame({ tone = 'plain', column = null, children }: PropsWithChildren<PageFrameProps>) {
  const [scale] = useState(textScale)
  const { isElder } = useElder()
  const { language } = useLanguage()
  return (
    <View
      className={`kit-page kit-page--${tone} kit-page--${language} ${isElder ? 'kit-page--elder' : ''}`}
      style={{ '--reader': scale } as CSSProperties}
    >
      <View className="kit-page__column" ref={column} {...a11y({ role: 'main' })}>
        {children}
      </View>
    </View>
  )
}

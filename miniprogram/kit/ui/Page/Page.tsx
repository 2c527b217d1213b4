import { View } from '@tarojs/components'
import { type CSSProperties, type PropsWithChildren, useState } from 'react'
import { textScale } from '../text-scale'
import './page.scss'

export interface PageProps {
  /** `plain` for reading and forms, `camera` for a dark screen, the others fill it with a verdict. */
  readonly tone?: 'plain' | 'camera' | 'good' | 'bad' | 'warn'
}

/** The frame of every page: safe areas, the reader's text size, one column that stays readable on wide screens. */
export function Page({ tone = 'plain', children }: PropsWithChildren<PageProps>) {
  const [scale] = useState(textScale)
  return (
    <View className={`kit-page kit-page--${tone}`} style={{ '--em': scale } as CSSProperties}>
      <View className="kit-page__column">{children}</View>
    </View>
  )
}

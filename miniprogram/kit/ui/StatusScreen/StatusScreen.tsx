import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { a11y } from '../a11y'
import { Mark, type Shape } from '../Mark/Mark'
import { titleClass } from '../title-class'
import './status-screen.scss'

export interface StatusScreenProps {
  readonly kind: 'good' | 'bad' | 'warn' | 'again' | 'info'
  readonly title: string
  /** What happened and what to do next. */
  readonly text?: string | undefined
  /** Read from a metre away, by somebody who stands behind a desk. */
  readonly isFar?: boolean
}

const SHAPES: Readonly<Record<StatusScreenProps['kind'], Shape>> = {
  good: 'good',
  bad: 'stop',
  warn: 'warn',
  again: 'again',
  info: 'info',
}

/** An outcome that fills the screen: a mark, a title, a sentence, and below them what can be done (children). */
export function StatusScreen({
  kind,
  title,
  text,
  isFar = false,
  children,
}: PropsWithChildren<StatusScreenProps>) {
  return (
    <View className={`kit-status kit-status--${kind} ${isFar ? 'kit-status--far' : ''}`}>
      <View className="kit-status__message" {...a11y({ role: 'alert' })}>
        <Mark shape={SHAPES[kind]} />
        <View className={titleClass('kit-status__title', title)} {...a11y({ role: 'heading' })}>
          {title}
        </View>
        {text !== undefined && <View className="kit-status__text">{text}</View>}
      </View>
      {children !== undefined && <View className="kit-status__actions">{children}</View>}
    </View>
  )
}

import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { a11y } from '../a11y'
import './status-screen.scss'

export interface StatusScreenProps {
  readonly kind: 'good' | 'bad' | 'warn' | 'info'
  /** One character in place of the kind's own. */
  readonly mark?: string
  readonly title: string
  /** What happened and what to do next. */
  readonly text?: string | undefined
}

const MARKS = { good: '✓', bad: '✕', warn: '!', info: 'i' } as const

/** An outcome that fills the screen: a mark, a title, a sentence, and below them what can be done (children). */
export function StatusScreen({
  kind,
  mark = MARKS[kind],
  title,
  text,
  children,
}: PropsWithChildren<StatusScreenProps>) {
  return (
    <View className={`kit-status kit-status--${kind}`}>
      <View className="kit-status__message" {...a11y({ role: 'alert' })}>
        <View className="kit-status__mark" {...a11y({ hidden: true })}>
          {mark}
        </View>
        <View className="kit-status__title">{title}</View>
        {text !== undefined && <View className="kit-status__text">{text}</View>}
      </View>
      <View className="kit-status__actions">{children}</View>
    </View>
  )
}

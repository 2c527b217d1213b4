import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import './notice.scss'

export interface NoticeProps {
  readonly kind: 'info' | 'warn' | 'bad' | 'good'
  readonly text: string
  /** Part of the page whenever it is opened, so that a screen reader finds it in its place and shouts nothing. */
  readonly isStanding?: boolean
}

/** A sentence that matters now; read out at once when it is a warning or worse. */
export function Notice({ kind, text, isStanding = false }: NoticeProps) {
  const role = kind === 'bad' || kind === 'warn' ? 'alert' : 'status'
  return (
    <View className={`kit-notice kit-notice--${kind}`} {...(isStanding ? {} : a11y({ role }))}>
      {text}
    </View>
  )
}

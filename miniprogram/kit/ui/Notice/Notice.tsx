import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import './notice.scss'

export interface NoticeProps {
  readonly kind: 'info' | 'warn' | 'bad' | 'good'
  readonly text: string
}

/** A sentence that matters now; read out at once when it is a warning or worse. */
export function Notice({ kind, text }: NoticeProps) {
  const role = kind === 'bad' || kind === 'warn' ? 'alert' : 'status'
  return (
    <View className={`kit-notice kit-notice--${kind}`} {...a11y({ role })}>
      {text}
    </View>
  )
}

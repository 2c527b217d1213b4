import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import './mark.scss'

/**
 * `stop`: do not go on. `warn`: take care. `again`: ask once more. `info`: nobody is at fault. `good`: done. Each has an outline of
 * its own, so that colour is never the only difference; drawn, because fonts draw characters as they like.
 */
export type Shape = 'stop' | 'warn' | 'again' | 'info' | 'good'

/** The sign beside an outcome; the words say the same, so a screen reader skips it. */
export function Mark({
  shape,
  size = 'large',
}: {
  readonly shape: Shape
  readonly size?: 'large' | 'small'
}) {
  return <View className={`kit-mark kit-mark--${shape} kit-mark--${size}`} {...a11y({ hidden: true })} />
}

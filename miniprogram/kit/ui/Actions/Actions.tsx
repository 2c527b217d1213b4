import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './actions.scss'

/**
 * What can be done now, in view however long the page and however large its text. The last child of a page or of a
 * view that fills one. `pair`: two answers of equal weight, side by side.
 */
export function Actions({
  kind = 'column',
  children,
}: PropsWithChildren<{ readonly kind?: 'column' | 'pair' }>) {
  return <View className={`kit-actions kit-actions--${kind}`}>{children}</View>
}

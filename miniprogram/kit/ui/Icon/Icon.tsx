import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import './icon.scss'

/** What the apps have a sign for. Drawn as outlines of 24 × 24, in the colour of the words beside them. */
export type IconName =
  | 'code'
  | 'scan'
  | 'history'
  | 'shield'
  | 'help'
  | 'settings'
  | 'phone'
  | 'elder'
  | 'document'
  | 'key'
  | 'person'
  | 'place'
  | 'offline'
  | 'onward'

/** A sign beside words that say the same, so a screen reader skips it. */
export function Icon({ name, size = 'body' }: { readonly name: IconName; readonly size?: 'body' | 'large' }) {
  return <View className={`kit-icon kit-icon--${name} kit-icon--${size}`} {...a11y({ hidden: true })} />
}

import { a11y } from '@nansha/kit/ui/a11y'
import { View } from '@tarojs/components'
import type { Request } from '../advise-face'
import './action-icon.scss'

/** A small face that does what is asked, as in a mirror. */
export function ActionIcon({ request }: { readonly request: Request }) {
  return (
    <View className={`act-icon act-icon--${request}`} {...a11y({ hidden: true })}>
      <View className="act-icon__features">
        <View className="act-icon__eyes">
          <View className="act-icon__eye" />
          <View className="act-icon__eye" />
        </View>
        <View className="act-icon__mouth" />
      </View>
    </View>
  )
}

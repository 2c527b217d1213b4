import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import './spinner.scss'

/** Work that takes a while, and says which. */
export function Spinner({ label }: { readonly label: string }) {
  return (
    <View className="kit-spinner" {...a11y({ role: 'status', label })}>
      <View className="kit-spinner__ring" {...a11y({ hidden: true })} />
      <View className="kit-spinner__label">{label}</View>
    </View>
  )
}

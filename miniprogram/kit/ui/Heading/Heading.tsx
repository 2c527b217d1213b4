import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import { titleClass } from '../title-class'
import './heading.scss'

/** The title of a page, with a line under it when one is needed. */
export function Heading({ title, lead }: { readonly title: string; readonly lead?: string | undefined }) {
  return (
    <View className="kit-heading">
      <View className={titleClass('kit-heading__title', title)} {...a11y({ role: 'heading' })}>
        {title}
      </View>
      {lead !== undefined && <View className="kit-heading__lead">{lead}</View>}
    </View>
  )
}

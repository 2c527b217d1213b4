import { View } from '@tarojs/components'
import { PortraitImage } from '../parts/PortraitImage'
import type { Identity } from '../wallet/read-identity'
import { usePortrait } from './use-portrait'

/** The holder's face on their own card. */
export function Portrait({ identity }: { readonly identity: Identity }) {
  return (
    <View className="id-card__portrait">
      <PortraitImage src={usePortrait(identity)} className="id-card__picture" />
    </View>
  )
}

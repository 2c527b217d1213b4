import { Icon } from '@nansha/kit/ui/Icon/Icon'
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import type { Identity } from '../wallet/read-identity'
import { usePortrait } from './use-portrait'

/** The holder's face on their own card, or an outline until the phone has a portrait. The name stands beside it. */
export function Portrait({ identity }: { readonly identity: Identity }) {
  const portrait = usePortrait(identity)
  const [isBroken, setBroken] = useState(false)
  return (
    <View className="id-card__portrait">
      {portrait !== undefined && !isBroken ? (
        <Image
          className="id-card__picture"
          src={portrait}
          mode="aspectFill"
          webp
          nativeProps={{ alt: '' }}
          onError={() => setBroken(true)}
        />
      ) : (
        <Icon name="person" size="large" />
      )}
    </View>
  )
}

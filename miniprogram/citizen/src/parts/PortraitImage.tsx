import { Icon } from '@nansha/kit/ui/Icon/Icon'
import { Image } from '@tarojs/components'
import { useState } from 'react'

export interface PortraitImageProps {
  /** A data URL; `undefined` while there is no portrait to show. */
  readonly src: string | undefined
  readonly className: string
}

/** The face on a card, or an outline where there is none or it cannot be drawn. The name stands beside it. */
export function PortraitImage({ src, className }: PortraitImageProps) {
  const [isBroken, setBroken] = useState(false)
  if (src === undefined || isBroken) return <Icon name="person" size="large" />
  return (
    <Image
      className={className}
      src={src}
      mode="aspectFill"
      webp
      nativeProps={{ alt: '' }}
      onError={() => setBroken(true)}
    />
  )
}

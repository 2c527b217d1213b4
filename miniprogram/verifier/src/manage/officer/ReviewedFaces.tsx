import type { Picture } from '@nansha/kit/camera/picture'
import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { Image, View } from '@tarojs/components'
import { TEXTS } from './texts'
import './officer.scss'

export interface ReviewedFacesProps {
  /** JPEG, base64: the crop of the card; absent when the officer typed. */
  readonly onCard: string | undefined
  readonly taken: Picture
}

/** The face on the card beside the one that was just photographed. */
export function ReviewedFaces({ onCard, taken }: ReviewedFacesProps) {
  const say = useSay()
  return (
    <View className="officer__faces">
      <View className="officer__face" {...a11y({ role: 'img', label: say(TEXTS.onCard) })}>
        {onCard === undefined ? (
          <View className="officer__no-picture">{say(TEXTS.noCardPicture)}</View>
        ) : (
          <Image
            className="officer__picture"
            src={`data:image/jpeg;base64,${onCard}`}
            mode="aspectFit"
            nativeProps={{ alt: '' }}
          />
        )}
        <View className="officer__caption">{say(TEXTS.onCard)}</View>
      </View>
      <View className="officer__face" {...a11y({ role: 'img', label: say(TEXTS.now) })}>
        <Image className="officer__picture" src={taken.src} mode="aspectFill" nativeProps={{ alt: '' }} />
        <View className="officer__caption">{say(TEXTS.now)}</View>
      </View>
    </View>
  )
}

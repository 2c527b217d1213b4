import type { Picture } from '@nansha/kit/camera/picture'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Image, View } from '@tarojs/components'
import { CAPTURE_TEXTS } from './capture-texts'
import './capture.scss'

export interface PreviewProps {
  readonly what: 'card' | 'selfie'
  readonly picture: Picture
  /** What to look for before it is used. */
  readonly check: string
  readonly onUse: () => void
  readonly onRetake: () => void
}

/** The picture as taken: use it, or take it again. */
export function Preview({ what, picture, check, onUse, onRetake }: PreviewProps) {
  const say = useSay()
  const subject = what === 'selfie' ? 'person' : 'card'
  return (
    <View className="capture">
      <View className={`capture__view capture__view--${subject}`}>
        <Image
          className="capture__picture"
          src={picture.src}
          mode="aspectFit"
          ariaLabel={say(CAPTURE_TEXTS[what])}
          nativeProps={{ alt: say(CAPTURE_TEXTS[what]) }}
        />
      </View>
      <View className="capture__hint">{check}</View>
      <Button label={say(CAPTURE_TEXTS.use)} onPress={onUse} />
      <Button kind="secondary" label={say(CAPTURE_TEXTS.retake)} onPress={onRetake} />
    </View>
  )
}

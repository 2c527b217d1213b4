import type { Picture } from '@nansha/kit/camera/picture'
import { useSay } from '@nansha/kit/i18n/language'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Image, View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
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

/**
 * The picture as taken: use it, or take it again. A card is as wide as the page and can be enlarged, so that its print can be judged.
 * The last child of a page; its own children stand above the two answers.
 */
export function Preview({
  what,
  picture,
  check,
  onUse,
  onRetake,
  children,
}: PropsWithChildren<PreviewProps>) {
  const say = useSay()
  const [isLarge, setLarge] = useState(false)
  const isCard = what === 'card'
  const resize = () => setLarge(!isLarge)
  const view = isCard ? `capture__paper ${isLarge ? 'capture__paper--large' : ''}` : 'capture__view--person'
  return (
    <>
      <View className="capture">
        <View
          className={`capture__view ${view}`}
          {...(isCard && { onClick: resize })}
          {...a11y({ scrolls: isCard })}
        >
          <Image
            className="capture__picture"
            src={picture.src}
            mode={isCard ? 'widthFix' : 'aspectFit'}
            ariaLabel={say(CAPTURE_TEXTS[what])}
            nativeProps={{ alt: say(CAPTURE_TEXTS[what]) }}
          />
        </View>
        <View className="capture__hint">{check}</View>
        {isCard && (
          <Button
            kind="quiet"
            label={say(isLarge ? CAPTURE_TEXTS.reduce : CAPTURE_TEXTS.enlarge)}
            onPress={resize}
          />
        )}
      </View>
      {children}
      <Actions kind="pair">
        <Button kind="secondary" label={say(CAPTURE_TEXTS.retake)} onPress={onRetake} />
        <Button label={say(CAPTURE_TEXTS.use)} onPress={onUse} />
      </Actions>
    </>
  )
}

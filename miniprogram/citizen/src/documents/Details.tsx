import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { View } from '@tarojs/components'
import type { DocumentLine } from './describe-document'
import { TEXTS } from './texts'

export interface DetailsProps {
  readonly lines: readonly DocumentLine[]
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** Everything that a card says, once it was tapped. */
export function Details({ lines, isOpen, onToggle }: DetailsProps) {
  const say = useSay()
  return (
    <>
      <Button kind="secondary" label={say(isOpen ? TEXTS.hide : TEXTS.reveal)} onPress={onToggle} />
      {isOpen && (
        <Card>
          {lines.map(({ label, value }) => (
            <View className="document-line" key={label.en}>
              <View className="document-line__label">{say(label)}</View>
              <View className="document-line__value">{say(value)}</View>
            </View>
          ))}
        </Card>
      )}
    </>
  )
}

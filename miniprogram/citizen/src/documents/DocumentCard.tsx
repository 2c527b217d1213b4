import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { numberOn } from '@nansha/shared/documents/documents'
import { Text, View } from '@tarojs/components'
import { groupNumber, maskName, maskNumber } from '../wallet/mask'
import type { ShownDocument } from '../wallet/read-document'
import { headline, lastFour, type Standing } from './describe-document'
import { TEXTS } from './texts'
import './document-card.scss'

const TITLES = {
  'driving-licence': [TEXTS.licenceOf, TEXTS.licenceOfSmall],
  'social-security-card': [TEXTS.cardOf, TEXTS.cardOfSmall],
} as const

export interface DocumentCardProps {
  readonly shown: ShownDocument
  readonly standing: Standing
  /** Name and numbers in full. */
  readonly isOpen: boolean
}

/** A document as the card that it is: the licence pale with its classes large, the social security card blue with its chip. */
export function DocumentCard({ shown, standing, isOpen }: DocumentCardProps) {
  const say = useSay()
  const { type, document } = shown
  const [title, small] = TITLES[type]
  const number = numberOn(document)
  return (
    <View className={`document document--${type} document--${standing.kind}`}>
      <View className="document__top">
        <View>
          <View className="document__title" {...a11y({ role: 'heading' })}>
            {say(title)}
          </View>
          <View className="document__small">{say(small)}</View>
        </View>
        <Text className={`document__status document__status--${standing.kind}`}>{say(standing.word)}</Text>
      </View>
      <View className="document__middle">
        {type === 'social-security-card' && <View className="document__chip" />}
        <View>
          <View className="document__name">{isOpen ? document.name : maskName(document.name)}</View>
          <View
            className="document__number"
            {...a11y({ role: 'img', label: isOpen ? number : lastFour(document) })}
          >
            {(isOpen ? groupNumber(number) : maskNumber(number)).split(' ').map((group) => (
              <Text key={group}>{group}</Text>
            ))}
          </View>
        </View>
      </View>
      <View className="document__foot">
        {'driving_privileges' in document ? (
          <>
            <View>
              {say(TEXTS.classes)} <Text className="document__class">{headline(document)}</Text>
            </View>
            <View>{say(TEXTS.points, { points: document.penalty_points })}</View>
          </>
        ) : (
          <View>{isOpen ? document.card_number : `*****${document.card_number.slice(-4)}`}</View>
        )}
      </View>
    </View>
  )
}

import { useSay } from '@nansha/kit/i18n/language'
import { numberOn } from '@nansha/shared/documents/documents'
import { Text, View } from '@tarojs/components'
import { maskName } from '../wallet/mask'
import type { ShownDocument } from '../wallet/read-document'
import { CardNumber, CardTop } from './card-parts'
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
      <CardTop title={title} small={small} standing={standing} />
      <View className="document__middle">
        {type === 'social-security-card' && <View className="document__chip" />}
        <View>
          <View className="document__name">{isOpen ? document.name : maskName(document.name)}</View>
          <CardNumber number={number} isOpen={isOpen} lastFour={lastFour(document)} />
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

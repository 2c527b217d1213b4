import type { Text as Words } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { groupResidentNumber } from '@nansha/shared/group-resident-number'
import { Text, View } from '@tarojs/components'
import { maskNumber } from '../wallet/mask'
import type { Standing } from './describe-document'
import './document-card.scss'

export interface CardTopProps {
  readonly title: Words
  readonly small: Words
  readonly standing: Standing
}

/** What kind of card it is, and how it stands. */
export function CardTop({ title, small, standing }: CardTopProps) {
  const say = useSay()
  return (
    <View className="document__top">
      <View>
        <View className="document__title" {...a11y({ role: 'heading' })}>
          {say(title)}
        </View>
        <View className="document__small">{say(small)}</View>
      </View>
      <Text className={`document__status document__status--${standing.kind}`}>{say(standing.word)}</Text>
    </View>
  )
}

export interface CardNumberProps {
  readonly number: string
  readonly isOpen: boolean
  /** What a screen reader says while the number is masked. */
  readonly lastFour: string
}

/** The number on a card in groups, masked until the card is opened. */
export function CardNumber({ number, isOpen, lastFour }: CardNumberProps) {
  return (
    <View className="document__number" {...a11y({ role: 'img', label: isOpen ? number : lastFour })}>
      {(isOpen ? groupResidentNumber(number) : maskNumber(number)).split(' ').map((group) => (
        <Text key={group}>{group}</Text>
      ))}
    </View>
  )
}

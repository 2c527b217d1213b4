import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { Icon } from '@nansha/kit/ui/Icon/Icon'
import { GUARDIAN_RELATION_WORDS } from '@nansha/shared/claim-values'
import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { groupNumber, maskName, maskNumber } from '../wallet/mask'
import type { ShownChild } from '../wallet/read-child'
import { TEXTS } from './child-texts'
import type { Standing } from './describe-document'
import './document-card.scss'

export interface ChildCardProps {
  readonly child: ShownChild
  readonly standing: Standing
  /** Portrait, name and number in full. */
  readonly isOpen: boolean
}

/** A child's card. Its colour and words differ from the identity's, so that neither is mistaken for the other. */
export function ChildCard({ child, standing, isOpen }: ChildCardProps) {
  const say = useSay()
  const [isBroken, setBroken] = useState(false)
  const { name, id_number: number, guardian_relation: relation } = child.claims
  return (
    <View className={`document document--child-card document--${standing.kind}`}>
      <View className="document__top">
        <View>
          <View className="document__title" {...a11y({ role: 'heading' })}>
            {say(TEXTS.title)}
          </View>
          <View className="document__small">{say(TEXTS.small)}</View>
        </View>
        <Text className={`document__status document__status--${standing.kind}`}>{say(standing.word)}</Text>
      </View>
      <View className="document__middle">
        <View className="document__portrait">
          {isOpen && !isBroken ? (
            <Image
              className="document__picture"
              src={`data:image/webp;base64,${child.portrait}`}
              mode="aspectFill"
              webp
              nativeProps={{ alt: '' }}
              onError={() => setBroken(true)}
            />
          ) : (
            <Icon name="person" size="large" />
          )}
        </View>
        <View className="document__who">
          <View className="document__name">{isOpen ? name : maskName(name)}</View>
          <View
            className="document__number"
            {...a11y({ role: 'img', label: isOpen ? number : number.slice(-4) })}
          >
            {(isOpen ? groupNumber(number) : maskNumber(number)).split(' ').map((group) => (
              <Text key={group}>{group}</Text>
            ))}
          </View>
        </View>
      </View>
      <View className="document__foot">
        <View>{say(TEXTS.relation, { relation: say(GUARDIAN_RELATION_WORDS[relation]) })}</View>
      </View>
    </View>
  )
}

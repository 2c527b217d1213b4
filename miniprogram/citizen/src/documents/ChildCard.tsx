import { useSay } from '@nansha/kit/i18n/language'
import { GUARDIAN_RELATION_WORDS } from '@nansha/shared/claim-values'
import { View } from '@tarojs/components'
import { PortraitImage } from '../parts/PortraitImage'
import { maskName } from '../wallet/mask'
import type { ShownChild } from '../wallet/read-child'
import { CardNumber, CardTop } from './card-parts'
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
  const { name, id_number: number, guardian_relation: relation } = child.claims
  return (
    <View className={`document document--child-card document--${standing.kind}`}>
      <CardTop title={TEXTS.title} small={TEXTS.small} standing={standing} />
      <View className="document__middle">
        <View className="document__portrait">
          <PortraitImage
            src={isOpen ? `data:image/webp;base64,${child.portrait}` : undefined}
            className="document__picture"
          />
        </View>
        <View className="document__who">
          <View className="document__name">{isOpen ? name : maskName(name)}</View>
          <CardNumber number={number} isOpen={isOpen} lastFour={number.slice(-4)} />
        </View>
      </View>
      <View className="document__foot">
        <View>{say(TEXTS.relation, { relation: say(GUARDIAN_RELATION_WORDS[relation]) })}</View>
      </View>
    </View>
  )
}

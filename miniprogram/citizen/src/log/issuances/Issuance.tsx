import { useSay } from '@nansha/kit/i18n/language'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Text, View } from '@tarojs/components'
import { formatMoment } from '../../parts/format-time'
import { STATUS_TEXTS } from '../../parts/status-texts'
import type { CheckedIssuance } from '../check-issuances'
import { ASSURANCE_TEXTS, EVENT_TEXTS, TEXTS } from '../texts'
import './issuance.scss'

/** One credential: when and upon what it was issued, what became of it, where it is. */
export function Issuance({ issuance }: { readonly issuance: CheckedIssuance }) {
  const say = useSay()
  const { entry, issued, isPublished, isOwn } = issuance
  const where = isOwn ? TEXTS.own : issued?.isHere ? TEXTS.here : TEXTS.elsewhere
  const state = issued?.status ?? 'revoked'
  return (
    <Card>
      <View className="issuance">
        <View className="issuance__line">
          <Text className="issuance__event">{say(EVENT_TEXTS[entry.event])}</Text>
          <Text className={`issuance__state issuance__state--${state}`}>{say(STATUS_TEXTS[state])}</Text>
        </View>
        <View className="issuance__soft">{formatMoment(entry.at)}</View>
        <View>
          {issued ? `${say(where)} · ${say(ASSURANCE_TEXTS[issued.assurance])}` : say(TEXTS.deleted)}
        </View>
        <View className={isPublished ? 'issuance__checked' : 'issuance__soft'}>
          {say(isPublished ? TEXTS.published : TEXTS.unpublished)}
        </View>
      </View>
    </Card>
  )
}

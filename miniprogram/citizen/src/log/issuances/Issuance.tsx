import type { Text as TextPair } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Card } from '@nansha/kit/ui/Card/Card'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import { Text, View } from '@tarojs/components'
import { STATUS_TEXTS } from '../../parts/status-texts'
import type { CheckedIssuance } from '../check-issuances'
import { isWithoutWord } from '../summarise-issuances'
import { ASSURANCE_TEXTS, EVENT_TEXTS, JUST_ISSUED, TEXTS } from '../texts'
import './issuance.scss'

/** One credential: when and on what proof it was issued, its status, and on which phone it is. */
export function Issuance({ issuance }: { readonly issuance: CheckedIssuance }) {
  const say = useSay()
  const { moment } = useTimes()
  const { event, at, issued, place, isOwn, document } = issuance
  const isInUse = isOwn || (document !== undefined && issued?.status === 'valid')
  const where = isInUse ? TEXTS.own : issued?.isHere ? TEXTS.here : TEXTS.elsewhere
  const title = document ? CREDENTIAL_TYPES[document].title : event ? EVENT_TEXTS[event] : JUST_ISSUED
  const said: TextPair[] = [isWithoutWord(issuance) ? TEXTS.withoutWord : where]
  if (issued) said.push(ASSURANCE_TEXTS[issued.assurance])
  return (
    <Card>
      <View className="issuance">
        <View className="issuance__line">
          <Text className="issuance__event">{say(title)}</Text>
          {issued && (
            <Text className={`issuance__state issuance__state--${issued.status}`}>
              {say(STATUS_TEXTS[issued.status])}
            </Text>
          )}
        </View>
        <View className="issuance__soft">{moment(at)}</View>
        <View>{said.map((text) => say(text)).join(' · ')}</View>
        <View className={place === 'logged' ? 'issuance__checked' : 'issuance__soft'}>
          {say(TEXTS[place])}
        </View>
      </View>
    </Card>
  )
}

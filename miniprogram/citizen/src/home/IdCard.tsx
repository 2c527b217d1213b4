import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import type { WalletStatus } from '@nansha/shared/api/wallet-answers'
import { groupResidentNumber } from '@nansha/shared/group-resident-number'
import { isLatinName } from '@nansha/shared/person-name'
import { Text, View } from '@tarojs/components'
import { useDidHide } from '@tarojs/taro'
import { useState } from 'react'
import { STATUS_TEXTS } from '../parts/status-texts'
import { maskName, maskNumber } from '../wallet/mask'
import type { Identity } from '../wallet/read-identity'
import { Portrait } from './Portrait'
import { TEXTS } from './texts'
import './id-card.scss'

export interface IdCardProps {
  readonly identity: Identity
  readonly status: WalletStatus['status']
}

/** The card as its holder sees it: masked until asked, and masked again when the page is left. */
export function IdCard({ identity, status }: IdCardProps) {
  const say = useSay()
  const { day, date } = useTimes()
  const [isShown, setShown] = useState(false)
  useDidHide(() => setShown(false))

  const isLatin = isLatinName(identity.name)
  const name = isShown ? identity.name : maskName(identity.name)
  const groups = (isShown ? groupResidentNumber(identity.idNumber) : maskNumber(identity.idNumber)).split(' ')
  return (
    <View className="id-card-frame">
      <View className={`id-card id-card--${status}`}>
        <View className="id-card__top">
          <Text className="id-card__type" {...a11y({ role: 'heading' })}>
            {say(identity.nationality === undefined ? TEXTS.cardType : TEXTS.permanentType)}
          </Text>
          <Text className="id-card__status" {...a11y({ role: 'status', label: say(STATUS_TEXTS[status]) })}>
            {say(STATUS_TEXTS[status])}
          </Text>
        </View>
        <View className={`id-card__who ${isLatin ? 'id-card__who--latin' : ''}`}>
          <Portrait identity={identity} />
          <View className="id-card__name">
            <View>{name}</View>
            <Foreigner identity={identity} isShown={isShown} />
          </View>
        </View>
        <View
          className="id-card__number"
          {...a11y({ role: 'img', label: numberLabel(isShown, identity.idNumber, say) })}
        >
          {groups.map((group) => (
            <Text key={group}>{group}</Text>
          ))}
        </View>
        <View className="id-card__foot">
          <View>{say(TEXTS.issuer, { host: hostOf(identity.issuer) })}</View>
          <View>{say(TEXTS.validUntil, { day: day(identity.expiresAt) })}</View>
          {identity.cardValidity !== undefined && (
            <View>
              {say(isLongTerm(identity) ? TEXTS.cardLongTerm : TEXTS.cardUntil, {
                day: isLongTerm(identity) ? '' : date(identity.cardValidity),
              })}
            </View>
          )}
        </View>
      </View>
      <Button
        kind="quiet"
        label={say(isShown ? TEXTS.hide : TEXTS.reveal)}
        onPress={() => setShown(!isShown)}
      />
    </View>
  )
}

/** What the card of a foreign permanent resident says besides. */
function Foreigner({ identity, isShown }: { readonly identity: Identity; readonly isShown: boolean }) {
  const { nationality, chineseName } = identity
  if (nationality === undefined || !isShown) return null
  const lines = chineseName === undefined ? [nationality] : [chineseName, nationality]
  return (
    <View className="id-card__besides">
      {lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
    </View>
  )
}

/** The issuer's host, without the number by which a local cloud tells its data from another's. */
const hostOf = (address: string) =>
  address
    .replace(/^https?:\/\//, '')
    .replace(/[:/].*$/, '')
    .replace(/^[0-9a-f]{16}\./, '')

const isLongTerm = ({ cardValidity }: Identity) => cardValidity === 'long-term'

/** A screen reader would spell out every dot. */
function numberLabel(isShown: boolean, number: string, say: ReturnType<typeof useSay>): string {
  return isShown ? number : say(TEXTS.maskedNumber, { last4: number.slice(-4) })
}

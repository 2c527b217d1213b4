import { formatTime } from '@nansha/kit/i18n/format-time'
import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { Image, View } from '@tarojs/components'
import { TEXTS } from '../texts'
import type { Comparable } from './check'
import { shownClaims } from './shown-claims'
import './disclosed.scss'

/** What the guest approved: portrait, name and the rest, to be read from a metre away. */
export function Disclosed({ use }: { readonly use: Comparable }) {
  const say = useSay()
  const name = String(use.claims.name ?? '')
  const label = say(TEXTS.portrait, { name })
  return (
    <View className="disclosed">
      <View className="disclosed__frame" {...a11y({ role: 'img', label })}>
        <Image
          className="disclosed__portrait"
          src={`data:image/webp;base64,${use.portrait}`}
          mode="aspectFit"
        />
      </View>
      <View className="disclosed__name">{name}</View>
      {shownClaims(use).map((claim) => (
        <View className="disclosed__claim" key={claim.label.en}>
          <View className="disclosed__label">{say(claim.label)}</View>
          <View className="disclosed__value">{say(claim.value)}</View>
        </View>
      ))}
      <View className="disclosed__time">{say(TEXTS.checkedAt, { time: formatTime(use.at) })}</View>
    </View>
  )
}

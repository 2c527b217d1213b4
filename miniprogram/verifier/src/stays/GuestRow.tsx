import { useSay } from '@nansha/kit/i18n/language'
import type { GuestView } from '@nansha/shared/api/stays-answers'
import { isLatinName } from '@nansha/shared/person-name'
import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { KINDS, TEXTS } from './texts'
import './guest-rows.scss'

export interface GuestRowProps {
  readonly guest: GuestView
  /** A further line, such as who checked the guest. */
  readonly note?: string
}

/** A guest as a hotel sees one: name, by what, and the last four characters. */
export function GuestRow({ guest, note, children }: PropsWithChildren<GuestRowProps>) {
  const say = useSay()
  const { name, kind, last4, isMinor } = guest
  const ending = last4 === '' ? '' : ` · ${say(TEXTS.ending, { last4 })}`
  return (
    <View className="guest-row">
      <View className={`guest-row__name ${isLatinName(name) ? 'guest-row__name--latin' : ''}`}>{name}</View>
      <View className="guest-row__more">{say(KINDS[kind]) + ending}</View>
      {note !== undefined && <View className="guest-row__more">{note}</View>}
      {isMinor && <View className="guest-row__flag">{say(TEXTS.minor)}</View>}
      {children}
    </View>
  )
}

import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import type { RecordLooks } from '@nansha/shared/api/stays-answers'
import { View } from '@tarojs/components'
import { LISTS, TEXTS } from '../texts'
import '../guest-rows.scss'

/** Who looked, at what, when. */
export function LookRow({ look }: { readonly look: RecordLooks['looks'][number] }) {
  const say = useSay()
  const { moment } = useTimes()
  const { name, at, room, list, search } = look
  const what = room !== undefined ? say(TEXTS.roomIs, { room }) : list === undefined ? '' : say(LISTS[list])
  return (
    <View className="guest-row">
      <View className="guest-row__name">{`${name} · ${what}`}</View>
      {search !== undefined && <View className="guest-row__more">{say(TEXTS.searched, { search })}</View>}
      <View className="guest-row__more">{moment(at)}</View>
    </View>
  )
}

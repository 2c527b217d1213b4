import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Card } from '@nansha/kit/ui/Card/Card'
import type { ShiftView } from '@nansha/shared/api/stays-answers'
import { View } from '@tarojs/components'
import '../guest-rows.scss'
import { SHIFT_TEXTS } from './texts'

/** What a colleague left, and in what words. */
export function HandedOver({ shift }: { readonly shift: ShiftView['handedOver'][number] }) {
  const say = useSay()
  const { moment } = useTimes()
  const { by, closedAt, note, left } = shift
  const { here, overdue, waiting, unreported, warnings } = left
  const open = [
    { count: unreported, text: SHIFT_TEXTS.leftUnreported },
    { count: warnings, text: SHIFT_TEXTS.leftWarnings },
    { count: overdue, text: SHIFT_TEXTS.leftOverdue },
    { count: waiting, text: SHIFT_TEXTS.leftWaiting },
  ].filter(({ count }) => count > 0)
  return (
    <Card>
      <View className="guest-row__name">{say(SHIFT_TEXTS.handedBy, { name: by })}</View>
      <View className="guest-row__more">{moment(closedAt)}</View>
      <View className="guest-row__more">{say(SHIFT_TEXTS.leftHere, { count: here })}</View>
      {open.map(({ count, text }) => (
        <View className="guest-row__flag" key={text.en}>
          {say(text, { count })}
        </View>
      ))}
      {note !== '' && <View className="guest-row">{note}</View>}
    </Card>
  )
}

import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Mark } from '@nansha/kit/ui/Mark/Mark'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { type Check, outcomeLook } from './outcome-look'
import { TEXTS } from './texts'
import './check-entry.scss'

/** One check: how it ended, for what, when, and who looked. */
export function CheckEntry({ check }: { readonly check: Check }) {
  const say = useSay()
  const { moment } = useTimes()
  const { shape, title, why } = outcomeLook(check)
  return (
    <View className={`check-entry check-entry--${shape}`}>
      <Mark shape={shape} size="small" />
      <View className="check-entry__words">
        <View className="check-entry__title">{`${say(title)} · ${say(SCENARIOS[check.scenario].title)}`}</View>
        {why !== undefined && <View className="check-entry__when">{say(why)}</View>}
        {check.doubled && <View className="check-entry__doubled">{say(TEXTS.doubled)}</View>}
        <View className="check-entry__when">{moment(check.at)}</View>
        {check.staff !== '' && (
          <View className="check-entry__when">{say(TEXTS.by, { staff: check.staff })}</View>
        )}
      </View>
    </View>
  )
}

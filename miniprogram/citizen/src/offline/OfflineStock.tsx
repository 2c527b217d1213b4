import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Card } from '@nansha/kit/ui/Card/Card'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { TEXTS } from './texts'
import type { PassesLeft } from './use-offline-passes'
import './offline-stock.scss'

/** How many passes there are for each purpose, and until when. */
export function OfflineStock({ passes }: { readonly passes: readonly PassesLeft[] }) {
  const say = useSay()
  const { moment } = useTimes()
  return (
    <Card>
      {passes.map(({ scenario, left, until }) => (
        <View className="offline-stock" key={scenario}>
          <View className="offline-stock__purpose">{say(SCENARIOS[scenario].title)}</View>
          <View className={`offline-stock__left ${left === 0 ? 'offline-stock__left--none' : ''}`}>
            {until === undefined ? say(TEXTS.none) : say(TEXTS.ready, { left, time: moment(until) })}
          </View>
        </View>
      ))}
    </Card>
  )
}

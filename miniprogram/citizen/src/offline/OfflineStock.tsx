import { useSay } from '@nansha/kit/i18n/language'
import { Card } from '@nansha/kit/ui/Card/Card'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { formatMoment } from '../parts/format-time'
import { TEXTS } from './texts'
import type { PassesLeft } from './use-offline-passes'
import './offline-stock.scss'

/** How many passes there are for each purpose, and until when. */
export function OfflineStock({ passes }: { readonly passes: readonly PassesLeft[] }) {
  const say = useSay()
  return (
    <Card>
      {passes.map(({ scenario, left, until }) => (
        <View className="offline-stock" key={scenario}>
          <View className="offline-stock__purpose">{say(SCENARIOS[scenario].title)}</View>
          <View className={`offline-stock__left ${left === 0 ? 'offline-stock__left--none' : ''}`}>
            {until === undefined ? say(TEXTS.none) : say(TEXTS.ready, { left, time: formatMoment(until) })}
          </View>
        </View>
      ))}
    </Card>
  )
}

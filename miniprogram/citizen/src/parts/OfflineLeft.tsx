import { open } from '@nansha/kit/device/navigation'
import { useOnline } from '@nansha/kit/device/use-online'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { isPassScenario, type ScenarioName } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { PAGES } from '../pages'
import { useOfflineLeft } from './use-offline-left'
import './offline-left.scss'

const TEXTS = {
  left: { zh: '没有网络时还可出示 {left} 次', en: 'Offline uses left: {left}' },
  few: {
    zh: '没有网络时只剩 {left} 次，联网后会补充。',
    en: 'Offline uses left: only {left}. Connect to a network to get more.',
  },
  none: {
    zh: '没有更多备用的离线凭证了。联网一次即可备好。',
    en: 'No offline passes are left. Connect to a network to get more.',
  },
  prepare: { zh: '现在备好离线凭证', en: 'Prepare for offline use' },
} as const

/** At or below this it is said as a warning. */
const FEW = 2

/** Says how often the phone can still be shown without network, before it runs out. */
export function OfflineLeft({ scenario }: { readonly scenario: ScenarioName }) {
  const say = useSay()
  const isOnline = useOnline()
  const left = useOfflineLeft(scenario)
  if (left === undefined) return null
  if (left > FEW) return <View className="offline-left">{say(TEXTS.left, { left })}</View>
  return (
    <>
      <Notice kind="warn" text={left === 0 ? say(TEXTS.none) : say(TEXTS.few, { left })} />
      {isOnline && isPassScenario(scenario) && (
        <Button kind="quiet" label={say(TEXTS.prepare)} onPress={() => open(PAGES.offline)} />
      )}
    </>
  )
}

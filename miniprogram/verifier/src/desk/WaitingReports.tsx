import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { View } from '@tarojs/components'
import { usePassUses } from '../check/pass/use-pass-uses'
import { TEXTS } from '../texts'

/** How many offline checks the cloud does not know of yet. */
export function WaitingReports() {
  const say = useSay()
  const passUses = usePassUses()
  const count = useStore(passUses.store).waiting.length
  return count === 0 ? null : <View className="fine-print">{say(TEXTS.waitingReports, { count })}</View>
}

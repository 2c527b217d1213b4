import { useSay } from '@nansha/kit/i18n/language'
import { Card } from '@nansha/kit/ui/Card/Card'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { listClaims } from '../../parts/claim-names'
import { TEXTS } from './texts'
import './discloses.scss'

/** Everything that a scenario hands over, and to whom. */
export function Discloses({ scenario }: { readonly scenario: ScenarioName }) {
  const say = useSay()
  const { discloses, registers } = SCENARIOS[scenario]
  return (
    <Card>
      <View className="discloses">
        <View className="discloses__to">{say(TEXTS.toStaff)}</View>
        <View className="discloses__what">{listClaims(discloses, say)}</View>
      </View>
      {registers.length > 0 && (
        <View className="discloses">
          <View className="discloses__to">{say(TEXTS.toRegister)}</View>
          <View className="discloses__what">{listClaims(registers, say)}</View>
        </View>
      )}
    </Card>
  )
}

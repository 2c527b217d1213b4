import { useSay } from '@nansha/kit/i18n/language'
import { Card } from '@nansha/kit/ui/Card/Card'
import { disclosedClaims, SCENARIOS, type ScenarioName, type Subject } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { listClaims } from './list-claims'
import './discloses.scss'

const TEXTS = {
  toStaff: { zh: '工作人员会看到', en: 'The staff will see' },
  toRegister: {
    zh: '加密写入法定旅客登记，前台看不到',
    en: 'Sent encrypted to the register required by law; the desk does not see it',
  },
} as const

/** Everything that a scenario hands over, and to whom. */
export function Discloses({
  scenario,
  subject = 'holder',
}: {
  readonly scenario: ScenarioName
  readonly subject?: Subject
}) {
  const say = useSay()
  const { registers } = SCENARIOS[scenario]
  return (
    <Card>
      <View className="discloses">
        <View className="discloses__to">{say(TEXTS.toStaff)}</View>
        <View className="discloses__what">{listClaims(disclosedClaims(scenario, subject), say)}</View>
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

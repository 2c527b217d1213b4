import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Card } from '@nansha/kit/ui/Card/Card'
import { lackingClaims } from '@nansha/shared/claims'
import { disclosedClaims, holderBy, registeredClaims, type ScenarioName } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import type { ShownChild } from '../wallet/read-child'
import { useWallet } from '../wallet/use-wallet'
import { listClaims } from './list-claims'
import './discloses.scss'

const TEXTS = {
  toStaff: { zh: '工作人员会看到', en: 'The staff will see' },
  toRegister: {
    zh: '加密写入法定旅客登记，前台看不到',
    en: 'Sent encrypted to the register required by law; the desk does not see it',
  },
} as const

/** Everything that a scenario hands over of what the credential has, and to whom. */
export function Discloses({
  scenario,
  child,
}: {
  readonly scenario: ScenarioName
  /** Whose card is shown in place of one's own identity. */
  readonly child?: ShownChild | undefined
}) {
  const say = useSay()
  const state = useStore(useWallet().wallet.store)
  const identity = state.phase === 'held' ? state.identity : undefined
  const lacks = child ? lackingClaims(child.claims) : (identity?.lacks ?? [])
  const subject = child ? 'child' : holderBy(identity ?? {})
  const shown = disclosedClaims(scenario, subject).filter((name) => !lacks.includes(name))
  const registered = registeredClaims(scenario, subject).filter((name) => !lacks.includes(name))
  return (
    <Card>
      <View className="discloses">
        <View className="discloses__to">{say(TEXTS.toStaff)}</View>
        <View className="discloses__what">{listClaims(shown, say)}</View>
      </View>
      {registered.length > 0 && (
        <View className="discloses">
          <View className="discloses__to">{say(TEXTS.toRegister)}</View>
          <View className="discloses__what">{listClaims(registered, say)}</View>
        </View>
      )}
    </Card>
  )
}

import { useSay } from '@nansha/kit/i18n/language'
import { Card } from '@nansha/kit/ui/Card/Card'
import type { HistoryEntry } from '@nansha/shared/api/wallet'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { Text, View } from '@tarojs/components'
import { listClaims } from './claim-names'
import { formatMinute } from './format-time'
import './use-entry.scss'

const KINDS: Readonly<Record<HistoryEntry['kind'], { readonly zh: string; readonly en: string }>> = {
  issued: { zh: '已签发', en: 'Issued' },
  presented: { zh: '已通过', en: 'Accepted' },
  refused: { zh: '未通过', en: 'Refused' },
  frozen: { zh: '已冻结', en: 'Frozen' },
  unfrozen: { zh: '已解除冻结', en: 'Unfrozen' },
  revoked: { zh: '已停用', en: 'Revoked' },
}
const DISCLOSED = { zh: '出示了：{claims}', en: 'Shown: {claims}' }
const OWN_DEVICE = { zh: '本人操作', en: 'By you' }

/** One thing that happened to the credential: who, what for, what was shown, when, how it ended. */
export function UseEntry({ entry }: { readonly entry: HistoryEntry }) {
  const say = useSay()
  const { organisation, scenario, disclosed, code, kind } = entry
  return (
    <Card>
      <View className="use">
        <View className="use__line">
          <Text className="use__who">{say(organisation ?? OWN_DEVICE)}</Text>
          <Text className={`use__verdict use__verdict--${kind}`}>{say(KINDS[kind])}</Text>
        </View>
        <View className="use__soft">
          {[scenario && isScenario(scenario) && say(SCENARIOS[scenario].title), formatMinute(entry.at)]
            .filter(Boolean)
            .join(' · ')}
        </View>
        {disclosed && disclosed.length > 0 && (
          <View className="use__soft">{say(DISCLOSED, { claims: listClaims(disclosed, say) })}</View>
        )}
        {code && isCode(code) && <View className="use__reason">{say(ERRORS[code])}</View>}
      </View>
    </Card>
  )
}

function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(SCENARIOS, name)
}

function isCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code)
}

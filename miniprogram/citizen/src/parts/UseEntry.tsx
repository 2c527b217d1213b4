import { useSay } from '@nansha/kit/i18n/language'
import { Card } from '@nansha/kit/ui/Card/Card'
import type { HistoryEntry } from '@nansha/shared/api/wallet'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { Text, View } from '@tarojs/components'
import { listClaims } from './claim-names'
import { formatMoment } from './format-time'
import { holderReason } from './holder-reason'
import { NotMe } from './NotMe'
import './use-entry.scss'

const KINDS: Readonly<Record<HistoryEntry['kind'], { readonly zh: string; readonly en: string }>> = {
  issued: { zh: '已签发', en: 'Issued' },
  presented: { zh: '已出示', en: 'Shown' },
  refused: { zh: '未通过', en: 'Refused' },
  frozen: { zh: '已冻结', en: 'Frozen' },
  unfrozen: { zh: '已解除冻结', en: 'Unfrozen' },
  revoked: { zh: '已停用', en: 'Revoked' },
  attempted: {
    zh: '有人用您的号码申领，已拒绝',
    en: 'Someone tried to enrol with your number and was refused',
  },
  rebinding: { zh: '另一部手机申请领取', en: 'Another phone asked for your ID' },
  vetoed: { zh: '已拒绝另一部手机', en: 'The other phone was refused' },
  'number-locked': { zh: '已锁定号码', en: 'Number locked' },
  'number-unlocked': { zh: '已解除号码锁定', en: 'Number unlocked' },
  'face-shown': { zh: '在本机刷脸，已确认是您本人', en: 'Your face was confirmed on this phone' },
  'face-refused': {
    zh: '有人在本机刷脸，未能确认是您本人',
    en: 'A face check on this phone was not confirmed as yours',
  },
}
const FROZEN_BY = {
  telephone: { zh: '已冻结（电话挂失）', en: 'Frozen by telephone' },
  counter: { zh: '已冻结（柜台办理）', en: 'Frozen at a counter' },
} as const
const DISCLOSED = { zh: '出示了：{claims}', en: 'Shown: {claims}' }
const NOTHING = { zh: '没有出示任何信息', en: 'Nothing was shown' }

export interface UseEntryProps {
  readonly entry: HistoryEntry
  /** Offers *not me* for a use, and is called once the credential is frozen. */
  readonly onDisputed?: () => void
}

/** One thing that happened to the credential: who, what for, what was shown, when, how it ended. */
export function UseEntry({ entry, onDisputed }: UseEntryProps) {
  const say = useSay()
  const { organisation, scenario, disclosed, code, kind } = entry
  return (
    <Card>
      <View className="use">
        <View className="use__line">
          {organisation && <Text className="use__who">{say(organisation)}</Text>}
          <Text className={`use__verdict use__verdict--${kind}`}>
            {say(entry.by ? FROZEN_BY[entry.by] : KINDS[kind])}
          </Text>
        </View>
        <View className="use__soft">
          {[scenario && isScenario(scenario) && say(SCENARIOS[scenario].title), formatMoment(entry.at)]
            .filter(Boolean)
            .join(' · ')}
        </View>
        {disclosed && disclosed.length > 0 && (
          <View className="use__soft">{say(DISCLOSED, { claims: listClaims(disclosed, say) })}</View>
        )}
        {isEmpty(entry) && <View className="use__soft">{say(NOTHING)}</View>}
        {code && isCode(code) && <View className="use__reason">{say(holderReason(code))}</View>}
        {onDisputed && entry.use && <NotMe use={entry.use} onDone={onDisputed} />}
      </View>
    </Card>
  )
}

/** Refused before anything was disclosed. The clerk who compares the photo has seen it. */
function isEmpty({ kind, disclosed, code }: HistoryEntry): boolean {
  return kind === 'refused' && disclosed === undefined && code !== undefined && code !== 'PORTRAIT_MISMATCH'
}

function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(SCENARIOS, name)
}

function isCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code)
}

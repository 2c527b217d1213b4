import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Text, View } from '@tarojs/components'
import type { PortalReceipt } from '../wallet/portal-receipts'
import { listTitles } from './claim-titles'
import { PortalComplaint } from './PortalComplaint'
import './use-entry.scss'

const TEXTS = {
  shared: { zh: '已在线提供', en: 'Shared online' },
  disclosed: { zh: '提供了：{claims}', en: 'Shared: {claims}' },
  nothing: { zh: '没有提供个人信息', en: 'No personal details were shared' },
  contact: { zh: '删除信息或投诉：{contact}', en: 'To have it erased, or to complain: {contact}' },
} as const

/** What was shared with a website: with whom, what for, what, when, and whom to ask to erase it. */
export function PortalEntry({ receipt }: { readonly receipt: PortalReceipt }) {
  const say = useSay()
  const { moment } = useTimes()
  const { organisation, domain, purpose, disclosed, contact, at } = receipt
  return (
    <Card>
      <View className="use">
        <View className="use__line">
          <Text className="use__who">{say(organisation)}</Text>
          <Text className="use__verdict use__verdict--presented">{say(TEXTS.shared)}</Text>
        </View>
        <View className="use__soft">{[say(purpose), domain, moment(at)].join(' · ')}</View>
        <View className="use__soft">
          {disclosed.length === 0
            ? say(TEXTS.nothing)
            : say(TEXTS.disclosed, { claims: listTitles(disclosed, say) })}
        </View>
        <View className="use__soft">{say(TEXTS.contact, { contact })}</View>
        <PortalComplaint receipt={receipt} />
      </View>
    </Card>
  )
}

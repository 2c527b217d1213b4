import { formatDate } from '@nansha/kit/i18n/format-time'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { WebsiteComplaint } from '@nansha/shared/api/wallet'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import type { PortalReceipt } from '../wallet/portal-receipts'
import { useWallet } from '../wallet/use-wallet'
import { listTitles } from './claim-titles'
import { FailureNotice } from './FailureNotice'
import { formatClock } from './format-clock'
import { COMPLAINT_TEXTS } from './portal-complaint-texts'

/** What a citizen can do about a website that got something: have it erased, or report it. */
export function PortalComplaint({ receipt }: { readonly receipt: PortalReceipt }) {
  const say = useSay()
  const { wallet } = useWallet()
  const { isRunning, failure, run } = useTask()
  const [made, setMade] = useState<WebsiteComplaint>()
  const { domain, contact, purpose, disclosed, at } = receipt
  const complain = (kind: WebsiteComplaint) =>
    run(async () => {
      await wallet.client.reportWebsite(domain, kind)
      setMade(kind)
    })

  if (made === 'report') return <Notice kind="info" text={say(COMPLAINT_TEXTS.reported)} />
  if (made === 'erase')
    return (
      <>
        <Notice kind="info" text={say(COMPLAINT_TEXTS.erased, { contact })} />
        <Text selectable userSelect>
          {say(COMPLAINT_TEXTS.letter, {
            // A letter names the day; whoever reads it does so later.
            time: `${formatDate(at)} ${formatClock(at)}`,
            domain,
            claims: listTitles(disclosed, say),
            purpose: say(purpose),
          })}
        </Text>
      </>
    )
  return (
    <>
      <FailureNotice failure={failure} />
      {disclosed.length > 0 && (
        <Button
          kind="quiet"
          label={say(COMPLAINT_TEXTS.erase)}
          busy={isRunning}
          onPress={() => complain('erase')}
        />
      )}
      <Button
        kind="quiet"
        label={say(COMPLAINT_TEXTS.report)}
        busy={isRunning}
        onPress={() => complain('report')}
      />
    </>
  )
}

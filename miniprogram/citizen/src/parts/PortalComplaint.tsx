import { useSay } from '@nansha/kit/i18n/language'
import type { PortalReceipt } from '../wallet/portal-receipts'
import { useWallet } from '../wallet/use-wallet'
import { Complaint } from './Complaint'
import { listTitles } from './claim-titles'
import { WEBSITE_COMPLAINT } from './complaint-texts'
import { formatLetterTime } from './format-letter-time'

/** What a citizen can do about a website that got something: have it erased, or report it. */
export function PortalComplaint({ receipt }: { readonly receipt: PortalReceipt }) {
  const say = useSay()
  const { wallet } = useWallet()
  const { domain, contact, purpose, disclosed, at } = receipt
  const letter = say(WEBSITE_COMPLAINT.letter, {
    time: formatLetterTime(at),
    domain,
    claims: listTitles(disclosed, say),
    purpose: say(purpose),
  })
  return (
    <Complaint
      report={say(WEBSITE_COMPLAINT.report)}
      reported={say(WEBSITE_COMPLAINT.reported)}
      erased={say(WEBSITE_COMPLAINT.erased, { contact })}
      letter={disclosed.length > 0 ? letter : undefined}
      send={(kind) => wallet.client.reportWebsite(domain, kind)}
    />
  )
}

import { back } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Page } from '@nansha/kit/ui/Page/Page'
import { PAGES } from '../pages'
import { SetPin } from '../parts/SetPin'
import { useWallet } from '../wallet/use-wallet'
import { TEXTS } from './texts'

/** Sets the PIN, or changes it. */
export default function PinPage() {
  const say = useSay()
  const { refreshWallet } = useWallet()
  const { forgotten } = useQuery()
  const finish = () => {
    void refreshWallet()
    back(PAGES.home)
  }
  return (
    <Page title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      <SetPin hasForgotten={forgotten === '1'} onSet={finish} />
      <BackLink home={PAGES.home} />
    </Page>
  )
}

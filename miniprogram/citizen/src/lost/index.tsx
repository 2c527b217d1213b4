import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { PAGES } from '../pages'
import { FailureNotice } from '../parts/FailureNotice'
import { Sections } from '../parts/Sections'
import { useWallet } from '../wallet/use-wallet'
import { FAILURES, SECTIONS, TEXTS } from './texts'

/** For a person who lost their phone and uses another one: freezes every credential of the chat account. */
export default function LostPage() {
  const say = useSay()
  const { wallet, refreshWallet } = useWallet()
  const [isFrozen, setFrozen] = useState(false)
  const { isRunning, failure, run } = useTask()
  const freeze = () =>
    run(async () => {
      await wallet.client.freeze()
      setFrozen(true)
      void refreshWallet()
    })
  const told = failure && FAILURES[failure.code]

  return (
    <Page title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      {isFrozen ? (
        <Notice kind="good" text={say(TEXTS.frozen)} />
      ) : (
        <Card>
          <View>{say(TEXTS.freezeText)}</View>
          {told ? <Notice kind="warn" text={say(told)} /> : <FailureNotice failure={failure} />}
          <Button kind="bad" label={say(TEXTS.freeze)} busy={isRunning} onPress={freeze} />
        </Card>
      )}
      <Sections sections={SECTIONS} />
      <BackLink home={PAGES.home} />
    </Page>
  )
}

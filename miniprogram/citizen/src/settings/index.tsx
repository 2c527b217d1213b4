import { back, open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Page } from '@nansha/kit/ui/Page/Page'
import { useState } from 'react'
import { PAGES } from '../pages'
import { FailureNotice } from '../parts/FailureNotice'
import { Unlock } from '../parts/Unlock'
import { useWallet } from '../wallet/use-wallet'
import { ChooseLanguage } from './ChooseLanguage'
import { ChooseProtection } from './ChooseProtection'
import { DeleteIdentity } from './DeleteIdentity'
import { TEXTS } from './texts'

export default function SettingsPage() {
  const say = useSay()
  const { wallet } = useWallet()
  const state = useStore(wallet.store)
  const [locked, setLocked] = useState<{ readonly lift: () => Promise<void> }>()
  const { failure, run } = useTask()

  if (locked) {
    const unlocked = () => {
      setLocked(undefined)
      run(locked.lift)
    }
    return (
      <Page key="locked" title={say(TEXTS.title)}>
        <Unlock onUnlocked={unlocked} onBack={() => setLocked(undefined)} />
      </Page>
    )
  }
  return (
    <Page title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} />
      <FailureNotice failure={failure} />
      {state.phase === 'held' && (
        <ChooseProtection server={state.server} onLocked={(lift) => setLocked({ lift })} />
      )}
      {state.phase === 'held' && (
        <Button kind="secondary" label={say(TEXTS.pin)} onPress={() => open(PAGES.pin)} />
      )}
      <ChooseLanguage />
      <Button kind="secondary" label={say(TEXTS.lost)} onPress={() => open(PAGES.lost)} />
      <Button kind="secondary" label={say(TEXTS.about)} onPress={() => open(PAGES.about)} />
      <Button kind="secondary" label={say(TEXTS.counter)} onPress={() => open(PAGES.counter)} />
      {state.phase === 'held' && <DeleteIdentity />}
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.home)} />
    </Page>
  )
}

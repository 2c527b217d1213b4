import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { useTask } from '@nansha/kit/state/use-task'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Tile } from '@nansha/kit/ui/Tile/Tile'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { PAGES } from '../pages'
import { ChooseAlerts } from '../parts/ChooseAlerts'
import { FailureNotice } from '../parts/FailureNotice'
import { Unlock } from '../parts/Unlock'
import { useTabBar } from '../parts/use-tab-bar'
import { useWallet } from '../wallet/use-wallet'
import { ChooseLanguage } from './ChooseLanguage'
import { ChooseProtection } from './ChooseProtection'
import { ChooseVersion } from './ChooseVersion'
import { ChooseVoice } from './ChooseVoice'
import { DeleteIdentity } from './DeleteIdentity'
import { TEXTS } from './texts'
import './settings.scss'

export default function SettingsPage() {
  const say = useSay()
  const { wallet } = useWallet()
  const state = useStore(wallet.store)
  const [locked, setLocked] = useState<{ readonly lift: () => Promise<void> }>()
  const { failure, run } = useTask()
  useTabBar()

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
      <View className="settings__label">{say(TEXTS.safety)}</View>
      {state.phase === 'held' && (
        <ChooseProtection server={state.server} onLocked={(lift) => setLocked({ lift })} />
      )}
      <ChooseAlerts />
      <View className="kit-rows">
        {state.phase === 'held' && (
          <Tile shape="row" icon="key" label={say(TEXTS.pin)} onPress={() => open(PAGES.pin)} />
        )}
        {state.phase === 'held' && (
          <Tile shape="row" icon="phone" label={say(TEXTS.issuances)} onPress={() => open(PAGES.issuances)} />
        )}
        {state.phase === 'held' && (
          <Tile shape="row" icon="document" label={say(TEXTS.wallets)} onPress={() => open(PAGES.wallets)} />
        )}
        <Tile shape="row" icon="shield" label={say(TEXTS.lost)} onPress={() => open(PAGES.lost)} />
      </View>
      <View className="settings__label">{say(TEXTS.reading)}</View>
      <ChooseVersion />
      <ChooseVoice />
      <ChooseLanguage />
      <View className="settings__label">{say(TEXTS.aboutTitle)}</View>
      <View className="kit-rows">
        <Tile shape="row" icon="document" label={say(TEXTS.privacy)} onPress={() => open(PAGES.privacy)} />
        <Tile shape="row" icon="help" label={say(TEXTS.about)} onPress={() => open(PAGES.about)} />
        <Tile shape="row" icon="place" label={say(TEXTS.counter)} onPress={() => open(PAGES.counter)} />
      </View>
      {state.phase === 'held' && <DeleteIdentity />}
      <BackLink home={PAGES.home} />
    </Page>
  )
}

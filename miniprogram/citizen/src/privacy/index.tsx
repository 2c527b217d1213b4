import { codeOf } from '@nansha/kit/cloud/ask'
import { openTab } from '@nansha/kit/device/tab-bar'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { useTask } from '@nansha/kit/state/use-task'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Tile } from '@nansha/kit/ui/Tile/Tile'
import { CONSENT_VERSION } from '@nansha/shared/api/enrol'
import type { ExportedIdentity } from '@nansha/shared/api/export'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { PAGES } from '../pages'
import { FailureNotice } from '../parts/FailureNotice'
import { Sections } from '../parts/Sections'
import { Unlock } from '../parts/Unlock'
import { useWallet } from '../wallet/use-wallet'
import { ExportedView } from './ExportedView'
import { KEPT, TEXTS } from './texts'

/** What is kept, and what its owner can do about it. */
export default function PrivacyPage() {
  const say = useSay()
  const { wallet } = useWallet()
  const { phase } = useStore(wallet.store)
  const [exported, setExported] = useState<ExportedIdentity>()
  const [isLocked, setLocked] = useState(false)
  const { isRunning, failure, run } = useTask()

  const exportData = () =>
    run(async () => {
      setLocked(false)
      try {
        setExported(await wallet.client.exportData())
      } catch (error) {
        if (codeOf(error) !== 'UNLOCK_REQUIRED') throw error
        setLocked(true)
      }
    })

  if (isLocked) {
    return (
      <Page key="locked" title={say(TEXTS.title)}>
        <Unlock onUnlocked={exportData} onBack={() => setLocked(false)} />
      </Page>
    )
  }
  return (
    <Page title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      <Sections sections={KEPT} />
      <Card>
        <View>{say(TEXTS.inForce, { version: CONSENT_VERSION })}</View>
        {phase === 'held' && !exported && (
          <>
            <View>{say(TEXTS.exportText)}</View>
            <FailureNotice failure={failure} />
            <Button kind="secondary" label={say(TEXTS.export)} busy={isRunning} onPress={exportData} />
          </>
        )}
      </Card>
      {exported && <ExportedView exported={exported} />}
      {phase === 'held' && (
        <View className="kit-rows">
          <Tile
            shape="row"
            icon="history"
            label={say(TEXTS.history)}
            onPress={() => openTab(PAGES.history)}
          />
          <Tile
            shape="row"
            icon="settings"
            label={say(TEXTS.withdraw)}
            onPress={() => openTab(PAGES.settings)}
          />
        </View>
      )}
      <BackLink home={PAGES.home} />
    </Page>
  )
}

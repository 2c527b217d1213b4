import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { PAGES } from '../pages'
import { holderReason } from '../parts/holder-reason'
import { Unlock } from '../parts/Unlock'
import { OfflineStock } from './OfflineStock'
import { TEXTS } from './texts'
import { useOfflinePasses } from './use-offline-passes'

/** What is prepared for use without network, and how to prepare more. */
export default function OfflinePage() {
  const say = useSay()
  const { state, fill } = useOfflinePasses()
  const [isUnlocking, setUnlocking] = useState(false)
  useDidShow(() => void fill())

  const unlocked = () => {
    setUnlocking(false)
    void fill()
  }

  if (isUnlocking) {
    return (
      <Page key="unlock" title={say(TEXTS.title)}>
        <Unlock onUnlocked={unlocked} onBack={() => setUnlocking(false)} />
      </Page>
    )
  }
  return (
    <Page title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      {state.phase === 'loading' && <Spinner label={say(TEXTS.loading)} />}
      {state.phase === 'counted' && (
        <>
          <OfflineStock passes={state.passes} />
          {state.missing === undefined && <Notice kind="good" text={say(TEXTS.enough)} />}
          {state.missing === 'UNLOCK_REQUIRED' && (
            <>
              <Notice kind="info" text={say(TEXTS.locked)} />
              <Button label={say(TEXTS.unlock)} onPress={() => setUnlocking(true)} />
            </>
          )}
          {state.missing !== undefined && state.missing !== 'UNLOCK_REQUIRED' && (
            <>
              <Notice
                kind="warn"
                text={say(state.missing === 'OFFLINE' ? TEXTS.offline : holderReason(state.missing))}
              />
              <Button kind="secondary" label={say(COMMON.retry)} onPress={() => void fill()} />
            </>
          )}
        </>
      )}
      <BackLink home={PAGES.home} />
    </Page>
  )
}

import { repeat } from '@nansha/kit/device/repeat'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { ERRORS } from '@nansha/shared/errors'
import { useEffect, useState } from 'react'
import { PAGES } from '../../pages'
import { Sections } from '../../parts/Sections'
import { useWallet } from '../../wallet/use-wallet'
import { Issued } from '../parts/Issued'
import { useEnrolment } from '../use-enrolment'
import { CounterCode } from './CounterCode'
import { SECTIONS, TEXTS } from './texts'

const COLLECT_PERIOD_MS = 4000

/** The legal alternative to a face: never a dead end. */
export default function CounterPage() {
  const say = useSay()
  const { counterSession } = useEnrolment()
  const state = useStore(counterSession.store)
  const isWaiting = state.phase === 'waiting'
  const holds = useStore(useWallet().wallet.store).phase === 'held'
  const [isRefused, setRefused] = useState(false)
  /** A phone holds one person's identity: said here, before anybody goes to a counter for nothing. */
  const apply = (forChild: boolean) => {
    setRefused(forChild && holds)
    if (!forChild || !holds) void counterSession.apply(forChild)
  }

  useEffect(() => {
    if (isWaiting) return repeat(COLLECT_PERIOD_MS, counterSession.collect)
    return undefined
  }, [isWaiting])

  if (state.phase === 'issued') {
    return (
      <Page key="issued" title={say(TEXTS.title)}>
        <Issued onDone={counterSession.leave} />
      </Page>
    )
  }
  return (
    <Page key={state.phase} title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      {state.phase === 'waiting' && <CounterCode application={state.application} />}
      {state.phase === 'failed' && <Notice kind="warn" text={say(ERRORS[state.code])} />}
      <Sections sections={SECTIONS} />
      {isRefused && <Notice kind="warn" text={say(ERRORS.PHONE_HOLDS_ANOTHER)} />}
      {!isWaiting && (
        <>
          <Button label={say(TEXTS.apply)} busy={state.phase === 'applying'} onPress={() => apply(false)} />
          <Button
            kind="secondary"
            label={say(TEXTS.applyForChild)}
            disabled={state.phase === 'applying'}
            onPress={() => apply(true)}
          />
        </>
      )}
      {isWaiting && <Button kind="secondary" label={say(TEXTS.leave)} onPress={counterSession.leave} />}
      <BackLink home={PAGES.home} />
    </Page>
  )
}

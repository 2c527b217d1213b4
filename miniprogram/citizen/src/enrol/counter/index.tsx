import { repeat } from '@nansha/kit/device/repeat'
import { useQuery } from '@nansha/kit/device/use-query'
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
import { Unlock } from '../../parts/Unlock'
import { useWallet } from '../../wallet/use-wallet'
import type { CounterState } from '../counter-state'
import { Issued } from '../parts/Issued'
import { useEnrolment } from '../use-enrolment'
import { ChildIssued } from './ChildIssued'
import { CounterCode } from './CounterCode'
import { GuardianNotice } from './GuardianNotice'
import { GUARDIAN_SECTIONS, SECTIONS, TEXTS } from './texts'

const COLLECT_PERIOD_MS = 4000

/** The legal alternative to a face: never a dead end. A holder also gets the card of a child here, to show it as the guardian. */
export default function CounterPage() {
  const say = useSay()
  const { counterSession } = useEnrolment()
  const state = useStore(counterSession.store)
  const isWaiting = state.phase === 'waiting'
  const holds = useStore(useWallet().wallet.store).phase === 'held'
  const asksForChild = useQuery().child !== undefined
  const [explains, setExplains] = useState(asksForChild)
  const apply = (forChild: boolean) => void counterSession.apply(forChild)

  useEffect(() => {
    if (isWaiting) return repeat(COLLECT_PERIOD_MS, counterSession.collect)
    return undefined
  }, [isWaiting])

  if (state.phase === 'issued') {
    return (
      <Page key="issued" title={say(TEXTS.title)}>
        {state.child === undefined ? (
          <Issued onDone={counterSession.leave} />
        ) : (
          <ChildIssued place={state.child} onDone={counterSession.leave} />
        )}
      </Page>
    )
  }
  if (state.phase === 'failed' && state.code === 'UNLOCK_REQUIRED') {
    return (
      <Page key="locked" title={say(TEXTS.title)}>
        <Unlock onUnlocked={() => apply(true)} onBack={counterSession.leave} />
      </Page>
    )
  }
  if (holds && explains && !isWaiting) {
    return (
      <Page key="guardian" title={say(TEXTS.childTitle)}>
        <GuardianNotice
          isBusy={state.phase === 'applying'}
          failure={state.phase === 'failed' ? state.code : undefined}
          onApply={() => apply(true)}
        />
        <BackLink home={PAGES.home} />
      </Page>
    )
  }
  return (
    <CounterForm
      key={state.phase}
      state={state}
      onApply={() => apply(false)}
      onApplyForChild={() => (holds ? setExplains(true) : apply(true))}
      onLeave={counterSession.leave}
    />
  )
}

interface CounterFormProps {
  readonly state: CounterState
  readonly onApply: () => void
  readonly onApplyForChild: () => void
  readonly onLeave: () => void
}

/** What a counter does and asks for; the code to say there once one was applied for. */
function CounterForm({ state, onApply, onApplyForChild, onLeave }: CounterFormProps) {
  const say = useSay()
  const application = state.phase === 'waiting' ? state.application : undefined
  const forChild = application?.forChild === true
  const isApplying = state.phase === 'applying'
  return (
    <Page title={say(TEXTS.title)}>
      {forChild ? (
        <Heading title={say(TEXTS.childTitle)} lead={say(TEXTS.childLead)} />
      ) : (
        <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      )}
      {application && <CounterCode application={application} />}
      {state.phase === 'failed' && <Notice kind="warn" text={say(ERRORS[state.code])} />}
      <Sections sections={forChild ? GUARDIAN_SECTIONS : SECTIONS} />
      {application ? (
        <Button kind="secondary" label={say(TEXTS.leave)} onPress={onLeave} />
      ) : (
        <>
          <Button label={say(TEXTS.apply)} busy={isApplying} onPress={onApply} />
          <Button
            kind="secondary"
            label={say(TEXTS.applyForChild)}
            disabled={isApplying}
            onPress={onApplyForChild}
          />
        </>
      )}
      <BackLink home={PAGES.home} />
    </Page>
  )
}

import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Page } from '@nansha/kit/ui/Page/Page'
import { useEffect } from 'react'
import { nextStep } from '../next-step'
import { Issued } from '../parts/Issued'
import { ISSUED } from '../parts/issued-texts'
import { useTurn } from '../parts/step-navigation'
import { useEnrolment } from '../use-enrolment'
import { Cancelled } from './Cancelled'
import { OpenNetworkId } from './OpenNetworkId'
import { Postponed } from './Postponed'
import { Refused } from './Refused'
import { Submitting } from './Submitting'
import { TEXTS } from './texts'

/** Begins by itself once everything is given; what comes of it stays on this page. */
export default function SubmitPage() {
  const say = useSay()
  const { enrolmentSession } = useEnrolment()
  const { submission } = useStore(enrolmentSession.store)
  useTurn('submit')

  useEffect(() => {
    const enrolment = enrolmentSession.store.get()
    const isReady = enrolment.submission.phase === 'none' && nextStep(enrolment) === 'submit'
    if (isReady) void enrolmentSession.submit()
  }, [])

  return (
    <Page key={submission.phase} title={say(submission.phase === 'issued' ? ISSUED.issued : TEXTS.checking)}>
      {submission.phase === 'running' &&
        (submission.stage === 'network-id' ? <OpenNetworkId /> : <Submitting stage={submission.stage} />)}
      {submission.phase === 'none' && <Cancelled />}
      {submission.phase === 'refused' && <Refused refusal={submission} />}
      {submission.phase === 'issued' && <Issued onDone={enrolmentSession.discard} />}
      {submission.phase === 'postponed' && <Postponed />}
    </Page>
  )
}

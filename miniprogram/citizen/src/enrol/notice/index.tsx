import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { ERRORS } from '@nansha/shared/errors'
import { useState } from 'react'
import { PAGES } from '../../pages'
import { Sections } from '../../parts/Sections'
import { Consent } from '../parts/Consent'
import { StepHeader } from '../parts/StepHeader'
import { goOn, useTurn } from '../parts/step-navigation'
import { useEnrolment } from '../use-enrolment'
import { SECTIONS, TEXTS } from './texts'

export default function NoticePage() {
  const say = useSay()
  const { enrolmentSession } = useEnrolment()
  const { isLapsed } = useStore(enrolmentSession.store)
  const [isGiven, setGiven] = useState(false)
  useTurn('notice')

  const agree = () => {
    enrolmentSession.store.dispatch({ type: 'consented' })
    goOn(enrolmentSession)
  }

  return (
    <Page title={say(TEXTS.title)}>
      <StepHeader step="notice" title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      {isLapsed && <Notice kind="info" text={say(ERRORS.ENROLMENT_EXPIRED)} />}
      <Sections sections={SECTIONS} />
      <Consent label={say(TEXTS.consent)} given={isGiven} onChange={setGiven} />
      <Button kind="secondary" label={say(TEXTS.refuse)} onPress={() => open(PAGES.counter)} />
      <BackLink home={PAGES.home} />
      <Actions>
        <Button label={say(TEXTS.agree)} disabled={!isGiven} onPress={agree} />
      </Actions>
    </Page>
  )
}

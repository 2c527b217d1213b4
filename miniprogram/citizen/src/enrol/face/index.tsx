import { canPlatformFilm } from '@nansha/kit/camera/platform-filming'
import { back } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { useSpoken } from '@nansha/kit/ui/use-spoken'
import type { EnrolBegun } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { useState } from 'react'
import { PAGES } from '../../pages'
import { FailureNotice } from '../../parts/FailureNotice'
import { Sections } from '../../parts/Sections'
import { useWallet } from '../../wallet/use-wallet'
import type { Film } from '../live-person'
import { Consent } from '../parts/Consent'
import { FilmPerson } from '../parts/FilmPerson'
import { useEnrolment } from '../use-enrolment'
import { SECTIONS, TEXTS } from './texts'

/** The holder of the credential on this phone shows their face again, without enrolling anew. */
export default function FacePage() {
  const say = useSay()
  const { wallet } = useWallet()
  const { startCaptureOf, submitFilm, filmElsewhere } = useEnrolment()
  const [isGiven, setGiven] = useState(false)
  const [begun, setBegun] = useState<EnrolBegun>()
  const [isDone, setDone] = useState(false)
  const { isRunning, failure, run } = useTask()
  useSpoken(isDone ? TEXTS.done : undefined)

  const start = () =>
    run(async () => {
      const opened = await wallet.client.beginFace()
      if (opened.capture === 'guided') return setBegun(opened)
      if (!canPlatformFilm()) throw new NanshaError('FILMING_STOPPED')
      await filmElsewhere(opened)
      setDone(true)
    })
  const submit = (opened: EnrolBegun, film: Film) => {
    setBegun(undefined)
    run(async () => {
      await submitFilm(opened, film)
      setDone(true)
    })
  }
  const leave = () => back(PAGES.home)

  if (isDone)
    return (
      <Page key="done" title={say(TEXTS.title)}>
        <StatusScreen kind="good" title={say(TEXTS.done)} text={say(TEXTS.doneText)}>
          <Button label={say(TEXTS.goOn)} onPress={leave} />
        </StatusScreen>
      </Page>
    )
  if (begun)
    return (
      <Page key="filming" title={say(TEXTS.title)}>
        <Heading title={say(TEXTS.title)} />
        <FilmPerson start={() => startCaptureOf(begun.enrolmentId)} onFilm={(film) => submit(begun, film)} />
        <Button kind="quiet" label={say(TEXTS.back)} onPress={leave} />
      </Page>
    )
  return (
    <Page key="notice" title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      {isRunning ? (
        <Spinner label={say(TEXTS.checking)} />
      ) : (
        <>
          <FailureNotice failure={failure} />
          <Sections sections={SECTIONS} />
          <Consent label={say(TEXTS.consent)} given={isGiven} onChange={setGiven} />
          <Button label={say(failure ? TEXTS.again : TEXTS.start)} disabled={!isGiven} onPress={start} />
        </>
      )}
      <Button kind="quiet" label={say(TEXTS.back)} onPress={leave} />
    </Page>
  )
}

import { canPlatformFilm } from '@nansha/kit/camera/platform-filming'
import { open } from '@nansha/kit/device/navigation'
import { canShowNetworkId } from '@nansha/kit/device/network-id'
import { useSay } from '@nansha/kit/i18n/language'
import { Photograph } from '@nansha/kit/photograph/Photograph'
import { useStore } from '@nansha/kit/state/use-store'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { EnrolBegun } from '@nansha/shared/api/enrol'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { PAGES } from '../../pages'
import { FailureNotice } from '../../parts/FailureNotice'
import { type Film, picturesOf, type Selfie } from '../live-person'
import { CAMERA_HELP, CAPTURE_TEXTS } from '../parts/capture-texts'
import { FilmPerson } from '../parts/FilmPerson'
import { Preview } from '../parts/Preview'
import { StepHeader } from '../parts/StepHeader'
import { goOn, useTurn } from '../parts/step-navigation'
import { useEnrolment } from '../use-enrolment'
import { TEXTS } from './texts'

export default function SelfiePage() {
  const say = useSay()
  const { enrolmentSession } = useEnrolment()
  const { selfie, begun } = useStore(enrolmentSession.store)
  const [isRetaking, setRetaking] = useState(false)
  const { failure, run } = useTask()
  // How a living person is seen is for the server to say.
  const prepare = () => run(async () => void (await enrolmentSession.prepare()))
  useTurn('selfie')
  useDidShow(() => {
    if (enrolmentSession.store.get().consent) prepare()
  })

  const keep = (taken: Selfie) => {
    enrolmentSession.store.dispatch({ type: 'filmed', selfie: taken })
    setRetaking(false)
  }
  const film = (filmed: Film) => {
    keep(filmed)
    goOn(enrolmentSession)
  }
  const [shown] = picturesOf(selfie)
  const isUnsupported = begun !== undefined && !canMeet(begun)

  if (shown && !isRetaking)
    return (
      <Page title={say(TEXTS.title)}>
        <StepHeader step="selfie" title={say(TEXTS.title)} />
        <Preview
          what="selfie"
          picture={shown}
          check={say(TEXTS.check)}
          onUse={() => goOn(enrolmentSession)}
          onRetake={() => setRetaking(true)}
        >
          <OtherWays isUnsupported={isUnsupported} />
        </Preview>
      </Page>
    )
  return (
    <Page title={say(TEXTS.title)}>
      <StepHeader step="selfie" title={say(TEXTS.title)} />
      {isUnsupported ? (
        <Notice kind="info" text={say(TEXTS.onlyInWeChat)} />
      ) : begun ? (
        <SeePerson begun={begun} onSeen={keep} onFilm={film} />
      ) : failure ? (
        <>
          <FailureNotice failure={failure} />
          <Button label={say(COMMON.retry)} onPress={prepare} />
        </>
      ) : (
        <Spinner label={say(TEXTS.preparing)} />
      )}
      <OtherWays isUnsupported={isUnsupported} />
    </Page>
  )
}

/** Whether this phone has what the server will ask for. */
function canMeet({ capture, networkId }: EnrolBegun): boolean {
  return (capture === 'guided' || canPlatformFilm()) && (!networkId || canShowNetworkId())
}

/** The counter and the step before; the counter comes first where this phone cannot do what is asked. */
function OtherWays({ isUnsupported }: { readonly isUnsupported: boolean }) {
  const say = useSay()
  return (
    <>
      <Button
        kind={isUnsupported ? 'primary' : 'quiet'}
        label={say(TEXTS.counter)}
        onPress={() => open(PAGES.counter)}
      />
      <BackLink home={PAGES.home} words={COMMON.previous} />
    </>
  )
}

interface SeePersonProps {
  readonly begun: EnrolBegun
  readonly onSeen: (selfie: Selfie) => void
  readonly onFilm: (film: Film) => void
}

/** The camera, as the server wants the person to be seen: filmed with actions, or photographed. */
function SeePerson({ begun, onSeen, onFilm }: SeePersonProps) {
  const say = useSay()
  const { startCapture } = useEnrolment()
  if (begun.capture === 'guided') return <FilmPerson start={startCapture} onFilm={onFilm} />
  return (
    <>
      {begun.networkId && <Notice kind="info" text={say(TEXTS.needsNetworkId)} />}
      <Photograph
        subject="person"
        facing="front"
        hint={say(TEXTS.hint)}
        take={CAPTURE_TEXTS.take}
        help={CAMERA_HELP}
        onPicture={(picture) => onSeen({ picture })}
      />
    </>
  )
}

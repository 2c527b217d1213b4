import { canPlatformFilm } from '@nansha/kit/camera/platform-filming'
import { open } from '@nansha/kit/device/navigation'
import { canShowNetworkId } from '@nansha/kit/device/network-id'
import type { Text } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import { Photograph } from '@nansha/kit/photograph/Photograph'
import { useStore } from '@nansha/kit/state/use-store'
import type { Failure } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { EnrolBegun } from '@nansha/shared/api/enrol'
import { ERRORS } from '@nansha/shared/errors'
import { useState } from 'react'
import { PAGES } from '../../pages'
import { FailureNotice } from '../../parts/FailureNotice'
import { type Film, picturesOf, type Selfie } from '../live-person'
import { CAMERA_HELP, CAPTURE_TEXTS } from '../parts/capture-texts'
import { FilmPerson } from '../parts/FilmPerson'
import { Preview } from '../parts/Preview'
import { StepHeader } from '../parts/StepHeader'
import { goOn, useTurn } from '../parts/step-navigation'
import { isOnPhone } from '../resumed-enrolment'
import { isSettled } from '../selfie-check'
import { useEnrolment } from '../use-enrolment'
import { CheckingSelfie, UncheckedSelfie } from './CheckingSelfie'
import { TEXTS } from './texts'
import { useSelfieCheck } from './use-selfie-check'

export default function SelfiePage() {
  const say = useSay()
  const { enrolmentSession } = useEnrolment()
  const { selfie, selfieCheck, begun } = useStore(enrolmentSession.store)
  const [isRetaking, setRetaking] = useState(false)
  const { failure, prepare, check } = useSelfieCheck()
  useTurn('selfie')

  const keep = (taken: Selfie) => {
    enrolmentSession.store.dispatch({ type: 'filmed', selfie: taken })
    setRetaking(false)
  }
  const film = (filmed: Film) => {
    keep(filmed)
    check()
  }
  const [shown] = isRetaking ? [] : picturesOf(selfie).filter(isOnPhone)
  const isUnsupported = begun !== undefined && !canMeet(begun)
  const { phase } = selfieCheck

  if (shown && phase !== 'running' && phase !== 'failed')
    return (
      <Page key="preview" title={say(TEXTS.title)}>
        <StepHeader step="selfie" title={say(TEXTS.title)} />
        <Preview
          what="selfie"
          picture={shown}
          check={say(TEXTS.check)}
          onUse={() => (isSettled(selfieCheck) ? goOn(enrolmentSession) : check())}
          onRetake={() => setRetaking(true)}
        >
          <OtherWays isUnsupported={isUnsupported} />
        </Preview>
      </Page>
    )
  return (
    <Page key={shown ? phase : 'taking'} title={say(TEXTS.title)}>
      <StepHeader step="selfie" title={say(TEXTS.title)} />
      {!shown ? (
        <TakeSelfie
          begun={begun}
          failure={failure}
          fault={phase === 'failed' ? ERRORS[selfieCheck.code] : undefined}
          onPrepare={prepare}
          onSeen={keep}
          onFilm={film}
        />
      ) : phase === 'failed' ? (
        <UncheckedSelfie check={selfieCheck} onRetry={check} />
      ) : (
        <CheckingSelfie />
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

interface TakeSelfieProps {
  readonly begun: EnrolBegun | undefined
  /** Why no enrolment could be opened. */
  readonly failure: Failure | undefined
  /** What was wrong with what was taken before. */
  readonly fault: Text | undefined
  readonly onPrepare: () => void
  readonly onSeen: (selfie: Selfie) => void
  readonly onFilm: (film: Film) => void
}

/** The camera, as the server wants the person to be seen: filmed with actions, or photographed. */
function TakeSelfie({ begun, failure, fault, onPrepare, onSeen, onFilm }: TakeSelfieProps) {
  const say = useSay()
  const { startCapture } = useEnrolment()
  if (begun && !canMeet(begun)) return <Notice kind="info" text={say(TEXTS.onlyInWeChat)} />
  if (begun?.capture === 'guided') return <FilmPerson start={startCapture} onFilm={onFilm} fault={fault} />
  if (begun)
    return (
      <>
        {fault && <Notice kind="warn" text={say(fault)} />}
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
  if (!failure) return <Spinner label={say(TEXTS.preparing)} />
  return (
    <>
      <FailureNotice failure={failure} />
      <Button label={say(COMMON.retry)} onPress={onPrepare} />
    </>
  )
}

import { Camera, type CameraHandle } from '@nansha/kit/camera/Camera'
import { type CameraState, isCameraFault } from '@nansha/kit/camera/camera-state'
import type { Text } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import type { SpokenText } from '@nansha/kit/i18n/spoken'
import { CameraHelp } from '@nansha/kit/photograph/CameraHelp'
import { PHOTOGRAPH_TEXTS } from '@nansha/kit/photograph/texts'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { scrollToTop } from '@nansha/kit/ui/Page/scroll-to-top'
import { SayAgain } from '@nansha/kit/ui/SayAgain/SayAgain'
import { useSpoken } from '@nansha/kit/ui/use-spoken'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { FailureNotice } from '../../parts/FailureNotice'
import type { Advice } from '../advise-face'
import type { GuidedCapture } from '../enrolment-services'
import type { Film } from '../live-person'
import { CAMERA_HELP } from './capture-texts'
import { FilmProgress, FilmRequest } from './FilmRequest'
import { ADVICE_TEXTS, FILM_TEXTS } from './film-texts'
import { LitScreen } from './LitScreen'
import { useFilming } from './use-filming'
import { useFraming } from './use-framing'
import './capture.scss'

/** What helps to fit the face in is said when it has stood this long. */
const FRAMING_STANDS_MS = 1_500

export interface FilmPersonProps {
  readonly start: () => Promise<GuidedCapture>
  readonly onFilm: (film: Film) => void
  /** What was wrong with the film before, until the next one begins: then what is asked stands there. */
  readonly fault?: Text | undefined
}

/** The guided capture: helps to fit the face in, then asks for one thing after another and takes pictures by itself. */
export function FilmPerson({ start: startCapture, onFilm, fault }: FilmPersonProps) {
  const say = useSay()
  const camera = useRef<CameraHandle>(null)
  const [state, setState] = useState<CameraState>('starting')
  const [opened, setOpened] = useState(0)
  const { asked, isRunning, failure, start, press } = useFilming(camera, startCapture, onFilm)
  const framing = useFraming(camera, state === 'ready' && !isRunning)
  const isAsked = asked !== undefined
  const again = useSpoken(
    state === 'ready' && !isRunning ? framingText(framing) : undefined,
    FRAMING_STANDS_MS,
  )
  // With large text the button that starts lies below what is asked next.
  useEffect(() => {
    if (isAsked) scrollToTop()
  }, [isAsked])

  if (isCameraFault(state)) {
    const reopen = () => {
      setState('starting')
      setOpened(opened + 1)
    }
    return <CameraHelp state={state} texts={CAMERA_HELP} onRetry={reopen} />
  }
  const advice = asked?.advice ?? framing
  const hint = state === 'starting' ? PHOTOGRAPH_TEXTS.starting : framingText(framing)
  return (
    <View className="capture">
      {asked ? (
        <FilmRequest key={asked.step} asked={asked} />
      ) : (
        <>
          {fault && <Notice kind="warn" text={say(fault)} />}
          <View className="capture__hint" {...a11y({ role: 'status' })}>
            {say(hint)}
          </View>
        </>
      )}
      <View className="capture__view capture__view--person">
        <Camera key={opened} facing="front" onState={setState} handle={camera} />
        <View
          className={`capture__frame capture__frame--person ${advice === 'right' ? 'capture__frame--right' : ''}`}
        />
      </View>
      {asked ? (
        <>
          <FilmProgress key={asked.step} asked={asked} onPress={press} />
          {asked.colour && <LitScreen colour={asked.colour} />}
        </>
      ) : (
        <>
          <FailureNotice failure={failure} />
          <Button
            label={say(FILM_TEXTS.start)}
            disabled={state !== 'ready'}
            busy={isRunning}
            onPress={start}
          />
          <SayAgain again={again} />
        </>
      )}
    </View>
  )
}

function framingText(advice: Advice | undefined): SpokenText {
  if (advice === undefined || advice === 'unseen') return FILM_TEXTS.before
  return advice === 'right' ? FILM_TEXTS.ready : ADVICE_TEXTS[advice]
}

import { Camera, type CameraHandle } from '@nansha/kit/camera/Camera'
import type { CameraState } from '@nansha/kit/camera/camera-state'
import { discardPicture } from '@nansha/kit/camera/picture'
import { deviceNow } from '@nansha/kit/device/clock'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import type { LivenessAction } from '@nansha/shared/api/enrol'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { FailureNotice } from '../../parts/FailureNotice'
import { askChallenge } from '../../services'
import { filmPerson } from '../film-person'
import type { Frame } from '../live-person'
import { CameraHelp } from './CameraHelp'
import { FILM_TEXTS } from './film-texts'
import './capture.scss'

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export interface FilmPersonProps {
  readonly onFrames: (frames: readonly Frame[]) => void
}

/** The guided capture: asks for one thing after another, and takes pictures while it is done. */
export function FilmPerson({ onFrames }: FilmPersonProps) {
  const say = useSay()
  const camera = useRef<CameraHandle>(null)
  const isGone = useRef(false)
  const [state, setState] = useState<CameraState>('starting')
  const [opened, setOpened] = useState(0)
  const [asked, setAsked] = useState<readonly LivenessAction[]>()
  const [step, setStep] = useState(0)
  const { isRunning, failure, run } = useTask()
  useEffect(
    () => () => {
      isGone.current = true
    },
    [],
  )

  const film = () =>
    run(async () => {
      const { actions } = await askChallenge()
      setAsked(actions)
      const takePicture = () =>
        camera.current?.takePicture() ?? Promise.reject(new Error('The camera is gone'))
      const ports = { takePicture, now: deviceNow, sleep, onStep: setStep, isStopped: () => isGone.current }
      const frames = await filmPerson(actions.length, ports, discardPicture).finally(() =>
        setAsked(undefined),
      )
      if (frames) onFrames(frames)
    })

  if (state === 'denied' || state === 'unavailable') {
    const reopen = () => {
      setState('starting')
      setOpened(opened + 1)
    }
    return <CameraHelp state={state} onRetry={reopen} />
  }
  const request =
    asked && (step === 0 ? FILM_TEXTS['look-straight'] : FILM_TEXTS[asked[step - 1] ?? 'turn-left'])
  return (
    <View className="capture">
      <View className="capture__view capture__view--selfie">
        <Camera key={opened} facing="front" onState={setState} handle={camera} />
        <View className="capture__frame capture__frame--selfie" />
      </View>
      <View
        className={`capture__hint ${request ? 'capture__hint--request' : ''}`}
        {...a11y({ role: 'alert' })}
      >
        {say(request ?? FILM_TEXTS.before)}
      </View>
      {asked && (
        <View className="capture__hint">
          {say(FILM_TEXTS.progress, { step: step + 1, total: asked.length + 1 })}
        </View>
      )}
      <FailureNotice failure={failure} />
      <Button label={say(FILM_TEXTS.start)} disabled={state !== 'ready'} busy={isRunning} onPress={film} />
    </View>
  )
}

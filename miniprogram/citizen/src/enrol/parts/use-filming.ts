import type { CameraHandle } from '@nansha/kit/camera/Camera'
import { discardPicture } from '@nansha/kit/camera/picture'
import { deviceNow } from '@nansha/kit/device/clock'
import { signal } from '@nansha/kit/device/feedback'
import { useTask } from '@nansha/kit/state/use-task'
import type { LightColour, LivenessRequest } from '@nansha/shared/liveness'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Advice } from '../advise-face'
import type { GuidedCapture } from '../enrolment-services'
import { filmPerson } from '../film-person'
import type { Film } from '../live-person'

/** What is asked of the person right now. */
export interface Asked {
  readonly request: LivenessRequest
  /** From 0, the straight look. */
  readonly step: number
  readonly steps: number
  /** Absent until the face was looked at. */
  readonly advice?: Advice
  /** What the whole screen lights the face with. */
  readonly colour?: LightColour | undefined
  /** Unix milliseconds of the device. */
  readonly shownAt: number
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** One guided capture with a camera: what is asked, how it goes, and the frames in the end. */
export function useFilming(
  camera: RefObject<CameraHandle>,
  startCapture: () => Promise<GuidedCapture>,
  onFilm: (film: Film) => void,
) {
  const [asked, setAsked] = useState<Asked>()
  const { isRunning, failure, run } = useTask()
  const isGone = useRef(false)
  const isPressed = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])

  const film = async () => {
    const { asked: first, answerStep } = await startCapture()
    const { current: opened } = camera
    if (!opened) return
    const filmed = await filmPerson(
      first,
      {
        ...opened,
        answerStep,
        now: deviceNow,
        sleep,
        onStep({ number: step, request }) {
          if (step > 0) signal('accepted') // whoever closed their eyes hears that they may open them
          isPressed.current = false
          setAsked({ request, step, steps: first.steps, shownAt: deviceNow() })
        },
        onAdvice: (advice) => setAsked((now) => now && { ...now, advice }),
        onColour: (colour) => setAsked((now) => now && { ...now, colour }),
        isPressed: () => isPressed.current,
        isStopped: () => isGone.current,
      },
      discardPicture,
    )
    if (!filmed) return
    signal('accepted')
    onFilm(filmed)
  }
  return {
    asked,
    isRunning,
    failure,
    start: () => run(() => film().finally(() => setAsked(undefined))),
    press() {
      isPressed.current = true
    },
  }
}

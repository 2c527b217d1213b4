import type { CameraHandle } from '@nansha/kit/camera/Camera'
import { discardPicture } from '@nansha/kit/camera/picture'
import { deviceNow } from '@nansha/kit/device/clock'
import { signal } from '@nansha/kit/device/feedback'
import { useTask } from '@nansha/kit/state/use-task'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Advice, Request } from '../advise-face'
import { filmPerson } from '../film-person'
import type { Frame } from '../live-person'
import { useEnrolment } from '../use-enrolment'

/** What is asked of the person right now. */
export interface Asked {
  readonly request: Request
  /** From 0, the straight look. */
  readonly step: number
  readonly steps: number
  /** Absent until the face was looked at. */
  readonly advice?: Advice
  /** Unix milliseconds of the device: when the challenge was shown, and this request. */
  readonly begunAt: number
  readonly shownAt: number
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** One guided capture with a camera: what is asked, how it goes, and the frames in the end. */
export function useFilming(camera: RefObject<CameraHandle>, onFrames: (frames: readonly Frame[]) => void) {
  const { askChallenge } = useEnrolment()
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
    const { actions } = await askChallenge()
    const begunAt = deviceNow()
    const steps = actions.length + 1
    const { current: opened } = camera
    if (!opened) return
    const frames = await filmPerson(
      actions,
      {
        ...opened,
        now: deviceNow,
        sleep,
        onRequest(request, step) {
          if (step > 0) signal('accepted') // whoever closed their eyes hears that they may open them
          isPressed.current = false
          setAsked({ request, step, steps, begunAt, shownAt: deviceNow() })
        },
        onAdvice: (advice) => setAsked((now) => now && { ...now, advice }),
        isPressed: () => isPressed.current,
        isStopped: () => isGone.current,
      },
      discardPicture,
    )
    if (!frames) return
    signal('accepted')
    onFrames(frames)
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

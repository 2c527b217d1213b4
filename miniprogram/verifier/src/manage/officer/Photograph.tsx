import { Camera, type CameraHandle } from '@nansha/kit/camera/Camera'
import { type CameraState, isCameraFault } from '@nansha/kit/camera/camera-state'
import type { Picture } from '@nansha/kit/camera/picture'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { CameraRecovery } from '../../check/CameraRecovery'
import { TEXTS as DESK_TEXTS } from '../../texts'
import { TEXTS } from './texts'
import './officer.scss'

export interface PhotographProps {
  readonly what: 'card' | 'person'
  /** What to do, under the picture. */
  readonly hint: string
  /** A picture was taken and is being worked on. */
  readonly busy?: boolean
  readonly onPicture: (picture: Picture) => void
}

/** The back camera with a frame to fit into, and one button. */
export function Photograph({ what, hint, busy = false, onPicture }: PhotographProps) {
  const say = useSay()
  const camera = useRef<CameraHandle>(null)
  const [state, setState] = useState<CameraState>('starting')
  const [attempt, setAttempt] = useState(0)
  const { isRunning, failure, run } = useTask()

  const take = () =>
    run(async () => {
      const picture = await camera.current?.takePicture()
      if (picture) onPicture(picture)
    })
  const reopen = () => {
    setState('starting')
    setAttempt((count) => count + 1)
  }

  if (isCameraFault(state)) return <CameraRecovery state={state} onRetry={reopen} />
  return (
    <>
      <View className={`officer__camera officer__camera--${what}`}>
        <Camera key={attempt} facing="back" onState={setState} handle={camera} />
        <View className={`officer__frame officer__frame--${what}`} />
      </View>
      <View className="officer__hint" {...a11y({ role: 'status' })}>
        {state === 'starting' ? say(DESK_TEXTS.cameraStarting) : hint}
      </View>
      {failure !== undefined && <Notice kind="warn" text={say(TEXTS.takeFailed)} />}
      <Button label={say(TEXTS.take)} disabled={state !== 'ready'} busy={isRunning || busy} onPress={take} />
    </>
  )
}

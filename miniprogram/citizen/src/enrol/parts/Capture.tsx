import { Camera, type CameraHandle } from '@nansha/kit/camera/Camera'
import { type CameraState, isCameraFault } from '@nansha/kit/camera/camera-state'
import type { Picture } from '@nansha/kit/camera/picture'
import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { CameraHelp } from './CameraHelp'
import { CAPTURE_TEXTS } from './capture-texts'
import './capture.scss'

export interface CaptureProps {
  readonly what: 'card' | 'selfie'
  /** What to do, read out and shown under the picture. */
  readonly hint: string
  readonly onPicture: (picture: Picture) => void
}

/** A live preview with a frame to fit into, and one button. */
export function Capture({ what, hint, onPicture }: CaptureProps) {
  const say = useSay()
  const camera = useRef<CameraHandle>(null)
  const [state, setState] = useState<CameraState>('starting')
  const [opened, setOpened] = useState(0)
  const [shot, setShot] = useState<'none' | 'taking' | 'failed'>('none')

  const take = async () => {
    setShot('taking')
    try {
      const picture = await camera.current?.takePicture()
      if (picture) onPicture(picture)
      setShot('none')
    } catch {
      setShot('failed')
    }
  }
  const reopen = () => {
    setState('starting')
    setOpened(opened + 1)
  }

  if (isCameraFault(state)) return <CameraHelp state={state} onRetry={reopen} />
  return (
    <View className="capture">
      <View className={`capture__view capture__view--${what}`}>
        <Camera key={opened} facing={what === 'card' ? 'back' : 'front'} onState={setState} handle={camera} />
        <View className={`capture__frame capture__frame--${what}`} />
      </View>
      <View className="capture__hint" {...a11y({ role: 'status' })}>
        {state === 'starting' ? say(CAPTURE_TEXTS.starting) : hint}
      </View>
      {shot === 'failed' && <Notice kind="warn" text={say(CAPTURE_TEXTS.failed)} />}
      <Button
        label={say(CAPTURE_TEXTS.take)}
        disabled={state !== 'ready'}
        busy={shot === 'taking'}
        onPress={() => void take()}
      />
    </View>
  )
}

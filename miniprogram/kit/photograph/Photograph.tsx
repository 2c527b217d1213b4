import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Camera, type CameraHandle } from '../camera/Camera'
import type { CameraState } from '../camera/camera-state'
import type { Picture } from '../camera/picture'
import type { Text } from '../i18n/fill-text'
import { useSay } from '../i18n/language'
import { a11y } from '../ui/a11y'
import { Button } from '../ui/Button/Button'
import { Notice } from '../ui/Notice/Notice'
import { CameraHelp, type CameraHelpTexts } from './CameraHelp'
import { PHOTOGRAPH_TEXTS } from './texts'
import './photograph.scss'

export interface PhotographProps {
  readonly subject: 'card' | 'person'
  readonly facing: 'front' | 'back'
  /** What to do, read out and shown under the picture. */
  readonly hint: string
  /** The label of the button. */
  readonly take: Text
  readonly help: CameraHelpTexts
  /** A picture was taken and is being worked on. */
  readonly busy?: boolean
  readonly onPicture: (picture: Picture) => void
}

/** A live preview with a frame to fit into, and one button. */
export function Photograph({ subject, facing, hint, take, help, busy = false, onPicture }: PhotographProps) {
  const say = useSay()
  const camera = useRef<CameraHandle>(null)
  const [state, setState] = useState<CameraState>('starting')
  const [opened, setOpened] = useState(0)
  const [shot, setShot] = useState<'none' | 'taking' | 'failed'>('none')

  const takePicture = async () => {
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

  if (state === 'denied' || state === 'unavailable') {
    return <CameraHelp state={state} texts={help} onRetry={reopen} />
  }
  return (
    <View className="photograph">
      <View className={`photograph__view photograph__view--${subject}`}>
        <Camera key={opened} facing={facing} onState={setState} handle={camera} />
        <View className={`photograph__frame photograph__frame--${subject}`} />
      </View>
      <View className="photograph__hint" {...a11y({ role: 'status' })}>
        {state === 'starting' ? say(PHOTOGRAPH_TEXTS.starting) : hint}
      </View>
      {shot === 'failed' && <Notice kind="warn" text={say(PHOTOGRAPH_TEXTS.failed)} />}
      <Button
        label={say(take)}
        disabled={state !== 'ready'}
        busy={shot === 'taking' || busy}
        onPress={() => void takePicture()}
      />
    </View>
  )
}

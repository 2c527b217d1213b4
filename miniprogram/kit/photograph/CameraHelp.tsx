import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { CameraState } from '../camera/camera-state'
import { recoverCamera } from '../camera/recover-camera'
import type { Text } from '../i18n/fill-text'
import { useSay } from '../i18n/language'
import { COMMON } from '../texts/common'
import { Button } from '../ui/Button/Button'
import { Notice } from '../ui/Notice/Notice'
import { StatusScreen } from '../ui/StatusScreen/StatusScreen'
import './photograph.scss'

/** What is said without a camera: why this screen wants one, and what else there is. */
export interface CameraHelpTexts {
  readonly denied: Reason
  readonly unavailable: Reason
  /** The button that asks for the camera again. */
  readonly allow: Text
}

interface Reason {
  /** Where the camera was the whole of the page. */
  readonly title?: Text
  readonly text: Text
}

export interface CameraHelpProps {
  readonly state: Extract<CameraState, 'denied' | 'unavailable'>
  readonly texts: CameraHelpTexts
  readonly onRetry: () => void
}

/** Why there is no picture and what to do about it; other ways are the children. */
export function CameraHelp({ state, texts, onRetry, children }: PropsWithChildren<CameraHelpProps>) {
  const say = useSay()
  const { title, text } = texts[state]
  const isDenied = state === 'denied'
  const recover = async () => {
    if (isDenied) await recoverCamera().catch(() => false)
    onRetry()
  }
  const button = <Button label={say(isDenied ? texts.allow : COMMON.retry)} onPress={() => void recover()} />
  if (title) {
    return (
      <StatusScreen kind="info" title={say(title)} text={say(text)}>
        {button}
        {children}
      </StatusScreen>
    )
  }
  return (
    <View className="photograph">
      <Notice kind="warn" text={say(text)} />
      {button}
      {children}
    </View>
  )
}

import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { CameraFault } from '../camera/camera-state'
import { PRIVACY_TEXTS } from '../camera/privacy-texts'
import { recoverCamera } from '../camera/recover-camera'
import type { Text } from '../i18n/fill-text'
import { useSay } from '../i18n/language'
import { COMMON } from '../texts/common'
import { Button } from '../ui/Button/Button'
import { Notice } from '../ui/Notice/Notice'
import { StatusScreen } from '../ui/StatusScreen/StatusScreen'
import './photograph.scss'

/** What is said without a camera: why this screen wants one, and what else there is. The privacy rules' reasons are the same everywhere. */
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
  readonly state: CameraFault
  readonly texts: CameraHelpTexts
  readonly onRetry: () => void
}

/** Why there is no picture and what to do about it; other ways are the children. */
export function CameraHelp({ state, texts, onRetry, children }: PropsWithChildren<CameraHelpProps>) {
  const say = useSay()
  const { title, text, way } = describe(state, texts)
  const recover = async () => {
    await recoverCamera(state)
    onRetry()
  }
  const button = <Button label={say(way)} onPress={() => void recover()} />
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

/** What is said of a fault, and the button that may mend it. */
function describe(fault: CameraFault, texts: CameraHelpTexts): Reason & { readonly way: Text } {
  switch (fault) {
    case 'denied':
      return { ...texts.denied, way: texts.allow }
    case 'unavailable':
      return { ...texts.unavailable, way: COMMON.retry }
    case 'unagreed':
      return { ...texts.denied, text: PRIVACY_TEXTS.unagreed, way: PRIVACY_TEXTS.agree }
    case 'undeclared':
      return { ...texts.unavailable, text: PRIVACY_TEXTS.undeclared, way: COMMON.retry }
  }
}

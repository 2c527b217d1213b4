import type { CameraFault } from '@nansha/kit/camera/camera-state'
import { PRIVACY_TEXTS } from '@nansha/kit/camera/privacy-texts'
import { recoverCamera } from '@nansha/kit/camera/recover-camera'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { View } from '@tarojs/components'
import { CAPTURE_TEXTS } from './capture-texts'
import './capture.scss'

const TEXTS = { ...CAPTURE_TEXTS, ...PRIVACY_TEXTS }
const WAYS = {
  denied: TEXTS.allow,
  unagreed: TEXTS.agree,
  undeclared: TEXTS.retry,
  unavailable: TEXTS.retry,
} as const

export interface CameraHelpProps {
  readonly state: CameraFault
  readonly onRetry: () => void
}

/** What to do when there is no camera, or we may not use it. */
export function CameraHelp({ state, onRetry }: CameraHelpProps) {
  const say = useSay()
  const recover = async () => {
    await recoverCamera(state)
    onRetry()
  }
  return (
    <View className="capture">
      <Notice kind="warn" text={say(TEXTS[state])} />
      <Button label={say(WAYS[state])} onPress={() => void recover()} />
    </View>
  )
}

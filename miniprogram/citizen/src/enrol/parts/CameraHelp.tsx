import type { CameraState } from '@nansha/kit/camera/camera-state'
import { recoverCamera } from '@nansha/kit/camera/recover-camera'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { View } from '@tarojs/components'
import { CAPTURE_TEXTS } from './capture-texts'
import './capture.scss'

export interface CameraHelpProps {
  readonly state: Extract<CameraState, 'denied' | 'unavailable'>
  readonly onRetry: () => void
}

/** What to do when there is no camera, or we may not use it. */
export function CameraHelp({ state, onRetry }: CameraHelpProps) {
  const say = useSay()
  const recover = async () => {
    await recoverCamera().catch(() => false)
    onRetry()
  }
  return (
    <View className="capture">
      <Notice kind="warn" text={say(CAPTURE_TEXTS[state])} />
      {state === 'denied' ? (
        <Button label={say(CAPTURE_TEXTS.allow)} onPress={() => void recover()} />
      ) : (
        <Button label={say(CAPTURE_TEXTS.retry)} onPress={onRetry} />
      )}
    </View>
  )
}

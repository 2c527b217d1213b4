import { recoverCamera } from '@nansha/kit/camera/recover-camera'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { PropsWithChildren } from 'react'
import { TEXTS } from '../texts'

export interface CameraRecoveryProps {
  readonly state: 'denied' | 'unavailable'
  readonly onRetry: () => void
}

/** Why there is no picture and what to do about it; other ways are the children. */
export function CameraRecovery({ state, onRetry, children }: PropsWithChildren<CameraRecoveryProps>) {
  const say = useSay()
  const denied = state === 'denied'

  async function recover() {
    if (denied) await recoverCamera().catch(() => false)
    onRetry()
  }

  return (
    <StatusScreen
      kind="info"
      title={say(denied ? TEXTS.cameraDenied : TEXTS.cameraUnavailable)}
      text={say(denied ? TEXTS.cameraDeniedHelp : TEXTS.cameraUnavailableHelp)}
    >
      <Button label={say(denied ? TEXTS.cameraAllow : TEXTS.retry)} onPress={recover} />
      {children}
    </StatusScreen>
  )
}

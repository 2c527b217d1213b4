import { recoverCamera } from '@nansha/kit/camera/recover-camera'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { TEXTS } from '../texts'

export interface CameraProblemProps {
  readonly state: 'denied' | 'unavailable'
  readonly onRetry: () => void
  readonly onScanAnotherWay: () => void
  readonly onLeave: () => void
}

/** Why there is no picture and what to do about it; a desk with a broken camera can still work. */
export function CameraProblem({ state, onRetry, onScanAnotherWay, onLeave }: CameraProblemProps) {
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
      <Button kind="secondary" label={say(TEXTS.scanOtherWay)} onPress={onScanAnotherWay} />
      <Button kind="quiet" label={say(TEXTS.leave)} onPress={onLeave} />
    </StatusScreen>
  )
}

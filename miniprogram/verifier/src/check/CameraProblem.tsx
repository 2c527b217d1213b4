import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { TEXTS } from '../texts'
import { CameraRecovery, type CameraRecoveryProps } from './CameraRecovery'

export interface CameraProblemProps extends CameraRecoveryProps {
  readonly onScanAnotherWay: () => void
  readonly onLeave: () => void
}

/** A desk with a broken camera can still work. */
export function CameraProblem({ onScanAnotherWay, onLeave, ...recovery }: CameraProblemProps) {
  const say = useSay()
  return (
    <CameraRecovery {...recovery}>
      <Button kind="secondary" label={say(TEXTS.scanOtherWay)} onPress={onScanAnotherWay} />
      <Button kind="quiet" label={say(TEXTS.leave)} onPress={onLeave} />
    </CameraRecovery>
  )
}

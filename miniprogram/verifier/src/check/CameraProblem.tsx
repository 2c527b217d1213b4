import { useSay } from '@nansha/kit/i18n/language'
import { CameraHelp, type CameraHelpProps } from '@nansha/kit/photograph/CameraHelp'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { CAMERA_HELP, TEXTS } from '../texts'

export interface CameraProblemProps extends Omit<CameraHelpProps, 'texts'> {
  readonly onScanAnotherWay: () => void
  /** Eight digits need no camera; absent where the purpose does not allow them. */
  readonly onSpeak?: (() => void) | undefined
  readonly onLeave: () => void
}

/** A desk with a broken camera can still work. */
export function CameraProblem({ onScanAnotherWay, onSpeak, onLeave, ...help }: CameraProblemProps) {
  const say = useSay()
  return (
    <CameraHelp {...help} texts={CAMERA_HELP}>
      <Button kind="secondary" label={say(TEXTS.scanOtherWay)} onPress={onScanAnotherWay} />
      {onSpeak && <Button kind="secondary" label={say(TEXTS.speakInstead)} onPress={onSpeak} />}
      <Button kind="quiet" label={say(COMMON.back)} onPress={onLeave} />
    </CameraHelp>
  )
}

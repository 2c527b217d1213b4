import type { CameraFault } from '@nansha/kit/camera/camera-state'
import { PRIVACY_TEXTS } from '@nansha/kit/camera/privacy-texts'
import { recoverCamera } from '@nansha/kit/camera/recover-camera'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { TEXTS } from '../texts'

const WORDS = { ...TEXTS, ...PRIVACY_TEXTS }
const WAYS = {
  denied: WORDS.allow,
  unagreed: WORDS.agree,
  undeclared: WORDS.retry,
  unavailable: WORDS.retry,
} as const

export interface CameraTroubleProps {
  readonly state: CameraFault
  readonly onRetry: () => void
}

/** Why there is no picture, and what to do about it. */
export function CameraTrouble({ state, onRetry }: CameraTroubleProps) {
  const say = useSay()
  const recover = async () => {
    await recoverCamera(state)
    onRetry()
  }
  return (
    <>
      <Notice kind="warn" text={say(WORDS[state])} />
      <Button label={say(WAYS[state])} onPress={() => void recover()} />
    </>
  )
}

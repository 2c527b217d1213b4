import { recoverCamera } from '@nansha/kit/camera/recover-camera'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { TEXTS } from '../texts'

export interface CameraTroubleProps {
  readonly state: 'denied' | 'unavailable'
  readonly onRetry: () => void
}

/** Why there is no picture, and what to do about it. */
export function CameraTrouble({ state, onRetry }: CameraTroubleProps) {
  const say = useSay()
  const isDenied = state === 'denied'
  const recover = async () => {
    if (isDenied) await recoverCamera().catch(() => false)
    onRetry()
  }
  return (
    <>
      <Notice kind="warn" text={say(TEXTS[state])} />
      <Button label={say(isDenied ? TEXTS.allow : TEXTS.retry)} onPress={() => void recover()} />
    </>
  )
}

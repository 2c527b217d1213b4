import { codeOf } from '@nansha/kit/cloud/ask'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { FailureNotice } from './FailureNotice'
import type { Biometric } from './use-biometric'

const TEXTS = {
  unlock: { zh: '用指纹或面容解锁', en: 'Use fingerprint or face' },
  firstPin: {
    zh: '首次使用：请先输入出示密码，随后按提示验证一次指纹或面容。',
    en: 'The first time, enter your PIN, then confirm with your fingerprint or face.',
  },
} as const

export interface BiometricUnlockProps {
  readonly biometric: Biometric
  /** The first time takes the PIN as well. */
  readonly needsPin: boolean
  readonly onNeedsPin: () => void
  readonly onUnlocked: () => void
}

/** The phone's own lock in place of the PIN; nothing at all on a phone that has none. */
export function BiometricUnlock({ biometric, needsPin, onNeedsPin, onUnlocked }: BiometricUnlockProps) {
  const say = useSay()
  const { isRunning, failure, run } = useTask()

  const unlock = () =>
    run(async () => {
      try {
        if (await biometric.unlock()) onUnlocked()
      } catch (error) {
        if (codeOf(error) !== 'UNLOCK_REQUIRED') throw error
        onNeedsPin()
      }
    })

  if (!biometric.isUsable) return null
  if (needsPin) return <Notice kind="info" text={say(TEXTS.firstPin)} />
  return (
    <>
      <FailureNotice failure={failure} />
      <Button kind="secondary" label={say(TEXTS.unlock)} busy={isRunning} onPress={unlock} />
    </>
  )
}

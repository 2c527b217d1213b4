import { hasBiometric, signWithBiometric } from '@nansha/kit/device/biometric'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { useEffect, useState } from 'react'
import { wallet } from '../services'
import { FailureNotice } from './FailureNotice'

const TEXTS = {
  unlock: { zh: '用指纹或面容解锁', en: 'Use fingerprint or face' },
  reason: { zh: '确认是您本人', en: 'Confirm that it is you' },
} as const

export interface BiometricUnlockProps {
  readonly onUnlocked: () => void
}

/** The phone's own lock in place of the PIN; nothing at all on a phone that has none. */
export function BiometricUnlock({ onUnlocked }: BiometricUnlockProps) {
  const say = useSay()
  const [isUsable, setUsable] = useState(false)
  const { isRunning, failure, run } = useTask()

  useEffect(() => void hasBiometric().then(setUsable), [])

  const unlock = () =>
    run(async () => {
      const sign = (challenge: string) => signWithBiometric(challenge, say(TEXTS.reason))
      if (await wallet.unlockWithBiometric(sign)) onUnlocked()
    })

  if (!isUsable) return null
  return (
    <>
      <FailureNotice failure={failure} />
      <Button kind="secondary" label={say(TEXTS.unlock)} busy={isRunning} onPress={unlock} />
    </>
  )
}

import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { useEffect, useState } from 'react'
import { PAGES } from '../../pages'
import { useWallet } from '../../wallet/use-wallet'
import { TEXTS } from '../texts'

export interface FaceUnlockProps {
  readonly onUnlocked: () => void
  readonly onBack: () => void
}

/** Unlocks by a fresh face check, where nothing less is enough. */
export function FaceUnlock({ onUnlocked, onBack }: FaceUnlockProps) {
  const say = useSay()
  const state = useStore(useWallet().wallet.store)
  const faceAt = state.phase === 'held' ? state.faceAt : 0
  const [faceBefore] = useState(faceAt)
  useEffect(() => {
    if (faceAt > faceBefore) onUnlocked()
  }, [faceAt])
  return (
    <>
      <Heading title={say(TEXTS.faceTitle)} lead={say(TEXTS.faceLead)} />
      <Button label={say(TEXTS.face)} onPress={() => open(PAGES.face)} />
      <Button kind="quiet" label={say(COMMON.back)} onPress={onBack} />
    </>
  )
}

import { canPlatformFilm } from '@nansha/kit/camera/platform-filming'
import { IS_LOCAL } from '@nansha/kit/cloud/settings'
import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { ErrorCode } from '@nansha/shared/errors'
import { type Assurance, isAtLeast } from '@nansha/shared/scenarios'
import { useState } from 'react'
import { PAGES } from '../pages'
import { useWallet } from '../wallet/use-wallet'
import { FailureNotice } from './FailureNotice'
import { PIN_LENGTH, PinField } from './PinField'
import { PIN_TEXTS as TEXTS } from './pin-texts'

export interface SetPinProps {
  /** The phone was bound just now: whatever PIN it had is no more. */
  readonly isFirst?: boolean
  /** The holder came here because they forgot the PIN. */
  readonly hasForgotten?: boolean
  readonly onSet: () => void
}

/** After these only the face helps. */
const BY_FACE: readonly ErrorCode[] = ['FACE_REQUIRED', 'UNLOCK_REQUIRED', 'PIN_BLOCKED']

/** Sets the PIN of this phone: the first one, or another for a holder who knows the old one or shows their face. */
export function SetPin({ isFirst = false, hasForgotten = false, onSet }: SetPinProps) {
  const say = useSay()
  const { wallet } = useWallet()
  const state = useStore(wallet.store)
  const { hasPin, faceAt } = state.phase === 'held' ? state : { hasPin: false, faceAt: 0 }
  const [faceBefore] = useState(faceAt)
  const [isForgotten, setForgotten] = useState(hasForgotten)
  const [old, setOld] = useState('')
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const { isRunning, failure, run } = useTask()

  const hasShownFace = faceAt > faceBefore
  const takesOld = hasPin && !isFirst && !isForgotten && !hasShownFace
  const needsFace = !hasShownFace && (isForgotten || (failure && BY_FACE.includes(failure.code)))
  const isComplete = [pin, again, ...(takesOld ? [old] : [])].every(({ length }) => length === PIN_LENGTH)
  const isDifferent = again.length === PIN_LENGTH && again !== pin

  const save = () =>
    run(async () => {
      await wallet.setPin(pin, takesOld ? old : undefined)
      onSet()
    })

  if (needsFace)
    return <FaceFirst canShow={state.phase === 'held' && resetsByFace(state.identity.assurance)} />
  return (
    <>
      {takesOld && <PinField label={say(TEXTS.old)} value={old} onChange={setOld} />}
      {takesOld && <Button kind="quiet" label={say(TEXTS.forgot)} onPress={() => setForgotten(true)} />}
      <PinField label={say(TEXTS.pin)} value={pin} onChange={setPin} />
      <PinField label={say(TEXTS.again)} value={again} onChange={setAgain} />
      {isDifferent && <Notice kind="warn" text={say(TEXTS.different)} />}
      <FailureNotice failure={failure} />
      {failure?.code === 'PIN_RESET_AT_COUNTER' && (
        <Button kind="secondary" label={say(TEXTS.counter)} onPress={() => open(PAGES.counter)} />
      )}
      <Button label={say(TEXTS.save)} disabled={!isComplete || isDifferent} busy={isRunning} onPress={save} />
    </>
  )
}

/** What to do before a PIN can be set. */
function FaceFirst({ canShow }: { readonly canShow: boolean }) {
  const say = useSay()
  return (
    <>
      <Notice kind="info" text={say(canShow ? TEXTS.byFace : TEXTS.atCounter)} />
      {canShow && <Button label={say(TEXTS.showFace)} onPress={() => open(PAGES.face)} />}
      <Button
        kind={canShow ? 'secondary' : 'primary'}
        label={say(TEXTS.counter)}
        onPress={() => open(PAGES.counter)}
      />
    </>
  )
}

/** A holder who was verified by the platform's filming, or by an officer, can reset the PIN only by that filming. */
function resetsByFace(assurance: Assurance): boolean {
  return IS_LOCAL || !isAtLeast(assurance, 'platform-face', false) || canPlatformFilm()
}

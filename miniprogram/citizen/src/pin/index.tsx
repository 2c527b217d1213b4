import { back, open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { useState } from 'react'
import { PAGES } from '../pages'
import { FailureNotice } from '../parts/FailureNotice'
import { PIN_LENGTH, PinField } from '../parts/PinField'
import { useWallet } from '../wallet/use-wallet'
import { TEXTS } from './texts'

/** Sets the PIN, or changes it: then the server asks for the old one first. */
export default function PinPage() {
  const say = useSay()
  const { refreshWallet, wallet } = useWallet()
  const state = useStore(wallet.store)
  const hasPin = state.phase === 'held' && state.hasPin
  const [old, setOld] = useState('')
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const { isRunning, failure, run } = useTask()
  const isComplete = [pin, again, ...(hasPin ? [old] : [])].every(({ length }) => length === PIN_LENGTH)
  const isDifferent = again.length === PIN_LENGTH && again !== pin

  const save = () =>
    run(async () => {
      if (hasPin) await wallet.unlock(old)
      await wallet.setPin(pin)
      void refreshWallet()
      back(PAGES.home)
    })

  return (
    <Page title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      {hasPin && <PinField label={say(TEXTS.old)} value={old} onChange={setOld} />}
      <PinField label={say(TEXTS.pin)} value={pin} onChange={setPin} />
      <PinField label={say(TEXTS.again)} value={again} onChange={setAgain} />
      {isDifferent && <Notice kind="warn" text={say(TEXTS.different)} />}
      {failure?.code === 'FACE_REQUIRED' ? (
        <>
          <Notice kind="warn" text={say(TEXTS.tooLate)} />
          <Button kind="secondary" label={say(TEXTS.showFace)} onPress={() => open(PAGES.face)} />
        </>
      ) : (
        <FailureNotice failure={failure} />
      )}
      <Button label={say(TEXTS.save)} disabled={!isComplete || isDifferent} busy={isRunning} onPress={save} />
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.home)} />
    </Page>
  )
}

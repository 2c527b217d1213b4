import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { useSpoken } from '@nansha/kit/ui/use-spoken'
import { useState } from 'react'
import { goHome } from '../../pages'
import { FailureNotice } from '../../parts/FailureNotice'
import { SetPin } from '../../parts/SetPin'
import { type Biometric, useBiometric } from '../../parts/use-biometric'
import { useWallet } from '../../wallet/use-wallet'
import { ISSUED } from './issued-texts'

/**
 * The last page of an enrolment, on the phone or at a counter. The person who was just verified sets the PIN here, before
 * the phone can be in other hands; the offline passes that are fetched then are good for the day.
 *
 * @param onDone forgets the pages that led here
 */
export function Issued({ onDone }: { readonly onDone: () => void }) {
  const say = useSay()
  const { refreshWallet } = useWallet()
  const biometric = useBiometric()
  useSpoken(ISSUED.issued)
  const [step, setStep] = useState<'pin' | 'without' | 'biometric' | 'done'>('pin')
  const finish = () => {
    onDone()
    void refreshWallet() // the first codes, so that they are there when the network is not
    goHome()
  }
  switch (step) {
    case 'pin':
      return (
        <>
          <Heading title={say(ISSUED.issued)} lead={say(ISSUED.pinLead)} />
          <SetPin isFirst onSet={() => setStep(biometric.isUsable ? 'biometric' : 'done')} />
          <Button kind="quiet" label={say(ISSUED.pinLater)} onPress={() => setStep('without')} />
        </>
      )
    case 'without':
      return (
        <>
          <Heading title={say(ISSUED.withoutPin)} />
          <Notice kind="warn" text={say(ISSUED.withoutPinText)} />
          <Button label={say(ISSUED.setPin)} onPress={() => setStep('pin')} />
          <Button kind="secondary" label={say(ISSUED.goWithoutPin)} onPress={finish} />
        </>
      )
    case 'biometric':
      return <UseBiometric biometric={biometric} onDone={() => setStep('done')} />
    case 'done':
      return (
        <StatusScreen kind="good" title={say(ISSUED.allSet)} text={say(ISSUED.issuedText)}>
          <Button label={say(ISSUED.show)} onPress={finish} />
        </StatusScreen>
      )
  }
}

/** Offers the phone's own lock in place of the PIN, where it will do. */
function UseBiometric({ biometric, onDone }: { readonly biometric: Biometric; readonly onDone: () => void }) {
  const say = useSay()
  const { isRunning, failure, run } = useTask()
  const use = () =>
    run(async () => {
      if (await biometric.unlock()) onDone()
    })
  return (
    <>
      <Heading title={say(ISSUED.biometric)} lead={say(ISSUED.biometricLead)} />
      <FailureNotice failure={failure} />
      <Button label={say(ISSUED.useBiometric)} busy={isRunning} onPress={use} />
      <Button kind="secondary" label={say(ISSUED.onlyPin)} disabled={isRunning} onPress={onDone} />
    </>
  )
}

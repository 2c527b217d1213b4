import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { useState } from 'react'
import { PAGES } from '../pages'
import { FailureNotice } from '../parts/FailureNotice'
import type { PostponedCredential } from '../wallet/held-credential'
import { useWallet } from '../wallet/use-wallet'
import { TEXTS } from './texts'

/** The person was verified, but the older phone may object until `readyAt`. */
export function Waiting({ postponed }: { readonly postponed: PostponedCredential }) {
  const { readyAt, hasLostKey = false } = postponed
  const say = useSay()
  const { moment } = useTimes()
  const { refreshWallet, wallet } = useWallet()
  const { isRunning, failure, run } = useTask()
  const [hasAsked, setAsked] = useState(false)
  const isVetoed = failure?.code === 'ENROLMENT_UNKNOWN'

  const collect = () =>
    run(async () => {
      await wallet.collect()
      setAsked(true)
      void refreshWallet()
    })

  return (
    <StatusScreen
      kind={isVetoed ? 'bad' : 'info'}
      title={say(isVetoed ? TEXTS.vetoedTitle : hasLostKey ? TEXTS.waitingLostTitle : TEXTS.waitingTitle)}
      text={
        isVetoed
          ? say(TEXTS.vetoed)
          : say(hasLostKey ? TEXTS.waitingLost : TEXTS.waitingText, { time: moment(readyAt) })
      }
    >
      {!isVetoed && <FailureNotice failure={failure} />}
      {hasAsked && !failure && <Notice kind="info" text={say(TEXTS.notYet)} />}
      {isVetoed ? (
        <Button label={say(TEXTS.again)} onPress={() => run(wallet.forget)} />
      ) : (
        <Button label={say(TEXTS.collect)} busy={isRunning} onPress={collect} />
      )}
      <Button kind="secondary" label={say(TEXTS.lost)} onPress={() => open(PAGES.lost)} />
      {!isVetoed && (
        <Button
          kind="quiet"
          label={say(TEXTS.giveUp)}
          disabled={isRunning}
          onPress={() => run(wallet.forget)}
        />
      )}
    </StatusScreen>
  )
}

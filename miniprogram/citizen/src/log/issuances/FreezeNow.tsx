import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { useState } from 'react'
import { FailureNotice } from '../../parts/FailureNotice'
import { useWallet } from '../../wallet/use-wallet'
import { ALARM_TEXTS } from '../texts'

/** The one thing to do first when something is wrong. */
export function FreezeNow() {
  const say = useSay()
  const { refreshWallet, wallet } = useWallet()
  const [isFrozen, setFrozen] = useState(false)
  const { isRunning, failure, run } = useTask()
  const freeze = () =>
    run(async () => {
      await wallet.client.freeze()
      await refreshWallet()
      setFrozen(true)
    })
  if (isFrozen) return <Notice kind="good" text={say(ALARM_TEXTS.frozen)} />
  return (
    <>
      <FailureNotice failure={failure} />
      <Button kind="bad" label={say(ALARM_TEXTS.freeze)} busy={isRunning} onPress={freeze} />
    </>
  )
}

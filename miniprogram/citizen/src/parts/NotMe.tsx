import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWallet } from '../wallet/use-wallet'
import { FailureNotice } from './FailureNotice'
import { NOT_ME_TEXTS } from './not-me-texts'

export interface NotMeProps {
  readonly use: string
  readonly onDone: () => void
}

/** For a use that its holder knows nothing of: asked twice, because it freezes. */
export function NotMe({ use, onDone }: NotMeProps) {
  const say = useSay()
  const { refreshWallet, wallet } = useWallet()
  const [isAsked, setAsked] = useState(false)
  const { isRunning, failure, run } = useTask()

  const dispute = () =>
    run(async () => {
      await wallet.client.disputeUse(use)
      await refreshWallet()
      onDone()
    })

  if (!isAsked) return <Button kind="quiet" label={say(NOT_ME_TEXTS.ask)} onPress={() => setAsked(true)} />
  return (
    <>
      <View>{say(NOT_ME_TEXTS.text)}</View>
      <FailureNotice failure={failure} />
      <Button kind="bad" label={say(NOT_ME_TEXTS.confirm)} busy={isRunning} onPress={dispute} />
      <Button
        kind="quiet"
        label={say(NOT_ME_TEXTS.cancel)}
        disabled={isRunning}
        onPress={() => setAsked(false)}
      />
    </>
  )
}

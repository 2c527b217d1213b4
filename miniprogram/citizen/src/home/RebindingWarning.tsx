import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { FailureNotice } from '../parts/FailureNotice'
import { useWallet } from '../wallet/use-wallet'
import { TEXTS } from './texts'

/** Another phone is about to replace this one; its holder decides. @param at Unix seconds */
export function RebindingWarning({ at }: { readonly at: number }) {
  const say = useSay()
  const { moment } = useTimes()
  const { refreshWallet, wallet } = useWallet()
  const { isRunning, failure, run } = useTask()
  const answer = (allowed: boolean) =>
    run(async () => {
      await wallet.client.answerRebinding(allowed)
      await refreshWallet()
    })

  return (
    <Card>
      <Notice kind="bad" text={say(TEXTS.rebinding, { time: moment(at) })} />
      <FailureNotice failure={failure} />
      <Button label={say(TEXTS.refuseRebinding)} busy={isRunning} onPress={() => answer(false)} />
      <Button
        kind="secondary"
        label={say(TEXTS.allowRebinding)}
        disabled={isRunning}
        onPress={() => answer(true)}
      />
    </Card>
  )
}

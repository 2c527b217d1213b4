import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWallet } from '../wallet/use-wallet'
import { FailureNotice } from './FailureNotice'

const TEXTS = {
  ask: { zh: '不是我本人使用', en: 'That was not me' },
  text: {
    zh: '将立即冻结证件，并提醒对方单位。',
    en: 'This freezes your ID at once and warns the organisation.',
  },
  confirm: { zh: '确认不是我，立即冻结', en: 'Not me: freeze now' },
  cancel: { zh: '取消', en: 'Cancel' },
} as const

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

  if (!isAsked) return <Button kind="quiet" label={say(TEXTS.ask)} onPress={() => setAsked(true)} />
  return (
    <>
      <View>{say(TEXTS.text)}</View>
      <FailureNotice failure={failure} />
      <Button kind="bad" label={say(TEXTS.confirm)} busy={isRunning} onPress={dispute} />
      <Button kind="quiet" label={say(TEXTS.cancel)} disabled={isRunning} onPress={() => setAsked(false)} />
    </>
  )
}

import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import type { OtherWallets } from '@nansha/shared/api/wallet-answers'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { FailureNotice } from '../parts/FailureNotice'
import { TEXTS } from './texts'

export interface HeldWalletProps {
  readonly wallet: OtherWallets['wallets'][number]
  readonly onWithdraw: () => Promise<void>
}

/** One credential that another wallet holds; withdrawn after asking once. */
export function HeldWallet({ wallet, onWithdraw }: HeldWalletProps) {
  const say = useSay()
  const { day } = useTimes()
  const [asks, setAsks] = useState(false)
  const { isRunning, failure, run } = useTask()
  return (
    <Card>
      <View className="wallets__held">{say(TEXTS.held)}</View>
      <View>{say(TEXTS.issued, { day: day(wallet.issuedAt) })}</View>
      <View>{say(TEXTS.ends, { day: day(wallet.expiresAt) })}</View>
      <FailureNotice failure={failure} />
      {asks ? (
        <>
          <View>{say(TEXTS.withdrawSure)}</View>
          <Button
            kind="bad"
            label={say(TEXTS.withdrawYes)}
            busy={isRunning}
            onPress={() => run(onWithdraw)}
          />
          <Button
            kind="secondary"
            label={say(TEXTS.keep)}
            disabled={isRunning}
            onPress={() => setAsks(false)}
          />
        </>
      ) : (
        <Button kind="secondary" label={say(TEXTS.withdraw)} onPress={() => setAsks(true)} />
      )}
    </Card>
  )
}

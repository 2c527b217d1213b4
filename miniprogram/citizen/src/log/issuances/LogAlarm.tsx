import { back } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { PAGES } from '../../pages'
import { FailureNotice } from '../../parts/FailureNotice'
import { useWallet } from '../../wallet/use-wallet'
import { ALARM_TEXTS } from '../texts'
import type { LoadedIssuances } from './use-issuances'
import './log-alarm.scss'

export interface LogAlarmProps {
  readonly alarm: Extract<LoadedIssuances, { phase: 'alarm' }>
  readonly onAgain: () => void
}

/** The log contradicts itself or what this phone kept: says so plainly, what to do, and shows the evidence. */
export function LogAlarm({ alarm: { check, kept, published }, onAgain }: LogAlarmProps) {
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

  return (
    <StatusScreen kind="bad" title={say(ALARM_TEXTS.title)} text={say(ALARM_TEXTS.why[check])}>
      <Notice kind="bad" text={say(ALARM_TEXTS.todo)} />
      <View className="log-alarm">
        <View>{kept ? say(ALARM_TEXTS.kept, { ...kept }) : say(ALARM_TEXTS.none)}</View>
        <View>{say(ALARM_TEXTS.now, { ...published })}</View>
      </View>
      <FailureNotice failure={failure} />
      {isFrozen ? (
        <Notice kind="good" text={say(ALARM_TEXTS.frozen)} />
      ) : (
        <Button kind="bad" label={say(ALARM_TEXTS.freeze)} busy={isRunning} onPress={freeze} />
      )}
      <Button kind="secondary" label={say(ALARM_TEXTS.again)} onPress={onAgain} />
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.home)} />
    </StatusScreen>
  )
}

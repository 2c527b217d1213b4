import { useNow } from '@nansha/kit/device/clock'
import { holdScreenBright } from '@nansha/kit/device/screen'
import { useOnline } from '@nansha/kit/device/use-online'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Countdown } from '@nansha/kit/ui/Countdown/Countdown'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { QrCode } from '@nansha/kit/ui/QrCode/QrCode'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { ROTATION_SECONDS } from '@nansha/shared/ticket/ticket-window'
import { View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { type Rotation, rotateTicket, secondsLeft } from '../../present/rotate-ticket'
import { now, wallet } from '../../services'
import { Discloses } from './Discloses'
import { TEXTS } from './texts'
import { useHandleCount } from './use-handle-count'
import './show-code.scss'

const TICK_MS = 500

export interface ShowCodeProps {
  readonly scenario: ScenarioName
  readonly handle: string
  /** Another handle: a desk that already used this one refuses it. */
  readonly onAnother: () => void
  readonly onEnd: () => void
}

/** The rotating code, large and bright, for as long as the desk needs. */
export function ShowCode({ scenario, handle, onAnother, onEnd }: ShowCodeProps) {
  const say = useSay()
  const isOnline = useOnline()
  const left = useHandleCount()
  useBrightScreen()
  useNow(TICK_MS)

  const rotation = useRef<Rotation>()
  const time = now()
  rotation.current = rotateTicket(rotation.current, time, (issuedAt) =>
    wallet.signTicket(scenario, handle, issuedAt),
  )
  const seconds = secondsLeft(time)

  return (
    <View className="code">
      <Heading title={say(SCENARIOS[scenario].title)} lead={say(TEXTS.showIt)} />
      <View className="code__sheet">
        <QrCode text={rotation.current.current.ticket} label={say(TEXTS.codeLabel)} />
        <Countdown
          secondsLeft={seconds}
          secondsInAll={ROTATION_SECONDS}
          label={say(TEXTS.renews, { seconds: Math.ceil(seconds) })}
        />
      </View>
      {!isOnline && left !== undefined && <Notice kind="info" text={say(TEXTS.offlineLeft, { left })} />}
      <Discloses scenario={scenario} />
      <Button kind="secondary" label={say(TEXTS.end)} onPress={onEnd} />
      <Button kind="quiet" label={say(TEXTS.another)} onPress={onAnother} />
    </View>
  )
}

/** Bright and awake while the code is in view; as it was before whenever it is not. */
function useBrightScreen(): void {
  const restore = useRef(() => {})
  const hold = () => {
    restore.current()
    restore.current = holdScreenBright()
  }
  useEffect(() => {
    hold()
    return () => restore.current()
  }, [])
  useDidShow(hold)
  useDidHide(() => restore.current())
}

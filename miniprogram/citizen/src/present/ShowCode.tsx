import { useClock } from '@nansha/kit/device/corrected-clock'
import { useOnline } from '@nansha/kit/device/use-online'
import { useTurn } from '@nansha/kit/device/use-turn'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Countdown } from '@nansha/kit/ui/Countdown/Countdown'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { QrCode } from '@nansha/kit/ui/QrCode/QrCode'
import { SayAgain } from '@nansha/kit/ui/SayAgain/SayAgain'
import { useSpoken } from '@nansha/kit/ui/use-spoken'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { ROTATION_SECONDS } from '@nansha/shared/ticket/ticket'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Discloses } from '../parts/Discloses'
import { OfflineLeft } from '../parts/OfflineLeft'
import type { ShownChild } from '../wallet/read-child'
import { ChildNotice } from './ChildNotice'
import type { Code, Form } from './take-code'
import { TEXTS } from './texts'
import { useBrightScreen } from './use-bright-screen'
import { useRotatingCode } from './use-rotating-code'
import './show-code.scss'

/** How long each frame of a pass is shown: a companion looks some eight times a second, a third of them at each size. */
const FRAME_MS = 700

export interface ShowCodeProps {
  readonly scenario: ScenarioName
  readonly code: Code
  /** Whose card is shown in place of one's own identity. */
  readonly child: ShownChild | undefined
  /** Asks for another code of this form: a desk that already used this one refuses it. */
  readonly onAnother: (form: Form) => void
  readonly onEnd: () => void
}

/** The rotating code, large and bright, for as long as the desk needs. */
export function ShowCode({ scenario, code, child, onAnother, onEnd }: ShowCodeProps) {
  const say = useSay()
  const { now } = useClock()
  const isOnline = useOnline()
  useBrightScreen()
  const again = useSpoken(TEXTS.showIt)
  const { frames, secondsLeft } = useRotatingCode(scenario, code, child?.place)
  const text = frames[useTurn(FRAME_MS, frames.length)] ?? ''
  const isPass = code.form === 'pass'
  const other: Form = isPass ? 'ticket' : 'pass'

  const isOver = code.form === 'pass' && code.held.expiresAt * 1000 <= now()
  useEffect(() => {
    if (isOver) onAnother('pass')
  }, [isOver, onAnother])

  return (
    <View className="code">
      <Heading title={say(SCENARIOS[scenario].title)} lead={say(isPass ? TEXTS.showPass : TEXTS.showIt)} />
      {child && <ChildNotice child={child} />}
      <View className="code__sheet">
        <QrCode text={text} correction={isPass ? 'L' : 'M'} label={say(TEXTS.codeLabel)} />
        <Countdown
          secondsLeft={secondsLeft}
          secondsInAll={ROTATION_SECONDS}
          label={say(TEXTS.renews, { seconds: Math.ceil(secondsLeft) })}
        />
      </View>
      {isPass && <Notice kind="info" text={say(TEXTS.passWorks)} />}
      {!isPass && !isOnline && <Notice kind="info" text={say(TEXTS.ticketNeedsNetwork)} />}
      {!child && (isPass || !isOnline) && <OfflineLeft scenario={scenario} />}
      <Discloses scenario={scenario} child={child} />
      <Button kind="secondary" label={say(TEXTS.end)} onPress={onEnd} />
      <SayAgain again={again} />
      {!child && SCENARIOS[scenario].forms.some((form) => form === other) && (
        <Button
          kind="quiet"
          label={say(isPass ? TEXTS.toTicket : TEXTS.toPass)}
          onPress={() => onAnother(other)}
        />
      )}
      <Button kind="quiet" label={say(TEXTS.another)} onPress={() => onAnother(code.form)} />
    </View>
  )
}

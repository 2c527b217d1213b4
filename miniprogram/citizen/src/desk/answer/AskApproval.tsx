import { useNow } from '@nansha/kit/device/clock'
import { useClock } from '@nansha/kit/device/corrected-clock'
import { useSay } from '@nansha/kit/i18n/language'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Countdown } from '@nansha/kit/ui/Countdown/Countdown'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { DESK_CODE_SECONDS } from '@nansha/shared/desk-code/desk-code'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Discloses } from '../../parts/Discloses'
import type { AskingDesk } from '../desk-answer'
import { TEXTS } from '../texts'
import './ask-approval.scss'

const TICK_MS = 1000

export interface AskApprovalProps {
  readonly desk: AskingDesk
  readonly onApprove: () => void
  readonly onDecline: () => void
  readonly onExpired: () => void
}

/** Says who asks, for which purpose and for which claims, before anything is disclosed. */
export function AskApproval({ desk: { code }, onApprove, onDecline, onExpired }: AskApprovalProps) {
  const say = useSay()
  const { now } = useClock()
  useNow(TICK_MS)
  const secondsLeft = Math.max(0, code.iat + DESK_CODE_SECONDS - now() / 1000)
  const isOver = secondsLeft === 0
  useEffect(() => {
    if (isOver) onExpired()
  }, [isOver, onExpired])

  return (
    <View className="ask-approval">
      <Card>
        <View className="ask-approval__verified">✓ {say(TEXTS.verified)}</View>
        <Heading
          title={say(code.name)}
          lead={say(TEXTS.purpose, { purpose: say(SCENARIOS[code.scenario].title) })}
        />
      </Card>
      <Discloses scenario={code.scenario} />
      <Notice kind="warn" text={say(TEXTS.isHere)} />
      <Countdown
        secondsLeft={secondsLeft}
        secondsInAll={DESK_CODE_SECONDS}
        label={say(TEXTS.expires, { seconds: Math.ceil(secondsLeft) })}
      />
      <Actions kind="pair">
        <Button kind="secondary" label={say(TEXTS.decline)} onPress={onDecline} />
        <Button label={say(TEXTS.approve)} onPress={onApprove} />
      </Actions>
    </View>
  )
}

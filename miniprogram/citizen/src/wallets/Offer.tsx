import { useNow } from '@nansha/kit/device/clock'
import { useClock } from '@nansha/kit/device/corrected-clock'
import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Countdown } from '@nansha/kit/ui/Countdown/Countdown'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { QrCode } from '@nansha/kit/ui/QrCode/QrCode'
import type { CredentialOffered } from '@nansha/shared/api/wallet-answers'
import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { useBrightScreen } from '../present/use-bright-screen'
import { TEXTS } from './texts'

const TICK_MS = 1000
const SECONDS_IN_ALL = 300

export interface OfferProps {
  readonly offered: CredentialOffered
  readonly onDone: () => void
  readonly onOver: () => void
}

/** The offer and its digits, shown this once. */
export function Offer({ offered: { offer, txCode, expiresAt }, onDone, onOver }: OfferProps) {
  const say = useSay()
  const { now } = useClock()
  useNow(TICK_MS)
  useBrightScreen()
  const secondsLeft = Math.max(0, expiresAt - now() / 1000)
  const isOver = secondsLeft === 0
  useEffect(() => {
    if (isOver) onOver()
  }, [isOver, onOver])

  return (
    <>
      <Heading title={say(TEXTS.offerTitle)} lead={say(TEXTS.offerLead)} />
      <View className="wallets__sheet">
        <QrCode text={offer} correction="L" label={say(TEXTS.qr)} />
      </View>
      <View
        className="wallets__digits"
        {...a11y({ label: say(TEXTS.digits, { digits: [...txCode].join(' ') }) })}
      >
        {`${txCode.slice(0, 3)} ${txCode.slice(3)}`}
      </View>
      <Countdown
        secondsLeft={secondsLeft}
        secondsInAll={SECONDS_IN_ALL}
        label={say(TEXTS.left, { seconds: Math.ceil(secondsLeft) })}
      />
      <Notice isStanding kind="warn" text={say(TEXTS.never)} />
      <View>{say(TEXTS.here)}</View>
      <Text className="wallets__link" selectable userSelect>
        {offer}
      </Text>
      <Button label={say(TEXTS.done)} onPress={onDone} />
    </>
  )
}

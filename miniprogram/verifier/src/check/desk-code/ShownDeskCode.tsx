import { useNow } from '@nansha/kit/device/clock'
import { useClock } from '@nansha/kit/device/corrected-clock'
import { useSay } from '@nansha/kit/i18n/language'
import { Countdown } from '@nansha/kit/ui/Countdown/Countdown'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { QrCode } from '@nansha/kit/ui/QrCode/QrCode'
import { titleClass } from '@nansha/kit/ui/title-class'
import { View } from '@tarojs/components'
import { shownCode, turnOf } from './code-row'
import type { DeskScreen } from './desk-screen'
import { TEXTS } from './texts'
import './shown-desk-code.scss'

/** By then a person who wanted to agree would have done so. */
const LONG_MS = 60_000

/** The code with its countdown, and what is going on. */
export function ShownDeskCode({ row, since, offline }: Extract<DeskScreen, { phase: 'showing' }>) {
  const say = useSay()
  const { now } = useClock()
  useNow(500)
  const shown = shownCode(row, now())
  if (!shown) return null
  const { code, secondsLeft } = shown
  const { digits } = code
  const step = digits === undefined ? TEXTS.step : TEXTS.digitsStep
  const title = say(digits === undefined ? TEXTS.title : TEXTS.digitsTitle)
  return (
    <>
      <View className={titleClass('shown-desk-code__title', title)}>{title}</View>
      {digits === undefined ? (
        <QrCode text={code.code} label={say(TEXTS.codeLabel)} correction="L" />
      ) : (
        <View className="shown-desk-code__digits">{`${digits.slice(0, 4)} ${digits.slice(4)}`}</View>
      )}
      <Countdown
        secondsLeft={secondsLeft}
        secondsInAll={turnOf(code) / 1000}
        label={secondsLeft > 0 ? say(TEXTS.next, { seconds: secondsLeft }) : say(TEXTS.renewing)}
      />
      {offline && <Notice kind="warn" text={say(TEXTS.offline)} />}
      <Notice kind="info" text={say(now() - since > LONG_MS ? TEXTS.waitingLong : step)} />
    </>
  )
}

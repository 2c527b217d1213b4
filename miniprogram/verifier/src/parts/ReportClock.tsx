import { useNow } from '@nansha/kit/device/clock'
import { useClock } from '@nansha/kit/device/corrected-clock'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { MINUTE_MS, SECOND_MS } from '@nansha/shared/clock/durations'
import { CLOCK_TEXTS as TEXTS } from './clock-texts'

const TICK_MS = 15_000

/** How long there is to report a guest from abroad. @param at Unix seconds at which the 24 hours end */
export function ReportClock({ at, room }: { readonly at: number; readonly room?: string }) {
  const say = useSay()
  const { moment } = useTimes()
  const { now } = useClock()
  useNow(TICK_MS)
  const minutes = Math.floor((at * SECOND_MS - now()) / MINUTE_MS)
  const time = moment(at)
  const where = room === undefined ? '' : `${say(TEXTS.room, { room })} · `
  if (minutes < 0) return <Notice kind="bad" text={where + say(TEXTS.clockOver, { time })} />
  const left = { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
  const words = say(left.hours > 0 ? TEXTS.hoursLeft : TEXTS.minutesLeft, left)
  return (
    <Notice kind={left.hours < 2 ? 'warn' : 'info'} text={where + say(TEXTS.clock, { time, left: words })} />
  )
}

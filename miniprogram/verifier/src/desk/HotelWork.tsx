import { useClock } from '@nansha/kit/device/corrected-clock'
import { formatTime } from '@nansha/kit/i18n/format-time'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { DeskSummary } from '@nansha/shared/api/stays-answers'
import { MINUTE_MS, SECOND_MS } from '@nansha/shared/clock/durations'
import { View } from '@tarojs/components'
import { ReportClock } from '../parts/ReportClock'
import { TEXTS } from './hotel-texts'
import { OpenList } from './OpenList'

const LATE_MS = 10 * MINUTE_MS

/** How a hotel's day stands and what is to be done now, each line leading to where it is done. */
export function HotelWork({ summary }: { readonly summary: DeskSummary | 'failed' | undefined }) {
  const say = useSay()
  const { now } = useClock()
  const { date } = useTimes()
  if (summary === undefined) return null
  if (summary === 'failed') return <Notice kind="info" text={say(TEXTS.failed)} />
  const { arrivedToday, leaving, overdue, waiting, unreported, unreportedSince, reportBy, differentDays } =
    summary
  // A report takes a minute; only those that wait longer are shown.
  const isLate = unreportedSince !== undefined && now() - unreportedSince * SECOND_MS > LATE_MS
  return (
    <>
      {isLate && (
        <Notice
          kind="warn"
          text={say(TEXTS.unreported, {
            count: unreported,
            time: formatTime(unreportedSince ?? 0).slice(0, 5),
          })}
        />
      )}
      {reportBy !== undefined && <ReportClock at={reportBy.at} room={reportBy.room} />}
      {differentDays.length > 0 && (
        <Notice
          kind="warn"
          text={say(TEXTS.different, { days: differentDays.map(date).join(say(TEXTS.comma)) })}
        />
      )}
      {waiting > 0 && <OpenList name="waiting" count={waiting} />}
      {overdue > 0 && <OpenList name="overdue" count={overdue} />}
      {leaving > 0 && <OpenList name="leaving" count={leaving} />}
      {arrivedToday > 0 && (
        <View className="fine-print">{say(TEXTS.arrivedToday, { count: arrivedToday })}</View>
      )}
    </>
  )
}

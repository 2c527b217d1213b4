import { useClock } from '@nansha/kit/device/corrected-clock'
import { open } from '@nansha/kit/device/navigation'
import { formatTime } from '@nansha/kit/i18n/format-time'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { DeskSummary } from '@nansha/shared/api/stays-answers'
import { MINUTE_MS, SECOND_MS } from '@nansha/shared/clock/durations'
import { PAGES } from '../pages'
import { ReportClock } from '../parts/ReportClock'
import { TEXTS } from './hotel-texts'

const LATE_MS = 10 * MINUTE_MS

/** What is to be done now at a hotel's desk, each line leading to where it is done. Without anything it is empty. */
export function HotelWork({ summary }: { readonly summary: DeskSummary | 'failed' | undefined }) {
  const say = useSay()
  const { now } = useClock()
  const { date } = useTimes()
  if (summary === undefined) return null
  if (summary === 'failed') return <Notice kind="info" text={say(TEXTS.failed)} />
  const { leaving, overdue, waiting, unreported, unreportedSince, reportBy, differentDays } = summary
  // A report takes a minute; only those that wait longer are shown.
  const isLate = unreportedSince !== undefined && now() - unreportedSince * SECOND_MS > LATE_MS
  const list = (name: string) => () => open(`${PAGES.stays}?list=${name}`)
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
      {waiting > 0 && (
        <Button
          kind="secondary"
          label={`${say(TEXTS.waiting)}\u00a0·\u00a0${waiting}`}
          onPress={list('waiting')}
        />
      )}
      {overdue > 0 && (
        <Button
          kind="secondary"
          label={`${say(TEXTS.overdue)}\u00a0·\u00a0${overdue}`}
          onPress={list('overdue')}
        />
      )}
      {leaving > 0 && (
        <Button
          kind="secondary"
          label={`${say(TEXTS.leaving)}\u00a0·\u00a0${leaving}`}
          onPress={list('leaving')}
        />
      )}
    </>
  )
}

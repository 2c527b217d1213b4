import { useClock } from '../device/corrected-clock'
import { describeDay, describeMoment } from './describe-time'
import { useLanguage } from './language'

/** Says days and moments (Unix seconds) in the language of the person, as seen from now. */
export function useTimes() {
  const { now } = useClock()
  const { language } = useLanguage()
  return {
    day: (seconds: number) => describeDay(seconds, now(), language),
    /** @param date `YYYY-MM-DD` */
    date: (date: string) => describeDay(localMidnight(date), now(), language),
    moment: (seconds: number) => describeMoment(seconds, now(), language),
  }
}

/** @returns Unix seconds of the day's beginning where the phone is */
function localMidnight(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day).getTime() / 1000
}

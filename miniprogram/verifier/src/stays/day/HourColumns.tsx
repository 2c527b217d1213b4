import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { View } from '@tarojs/components'
import { scaleBand, scaleLinear } from 'd3-scale'
import { TEXTS as HOTEL } from '../../desk/hotel-texts'
import { DAY_TEXTS } from './texts'
import './hour-columns.scss'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const NAMED_HOURS = [0, 6, 12, 18]
/** About how many lines the count axis has. */
const LINES = 3

const percent = (share: number) => `${100 * share}%`

/**
 * A column for each hour of a day over an axis with round numbers. The columns are views and no canvas: their words
 * follow the reader's text size and theme, and a screen reader hears the hours.
 *
 * @param byHour arrivals in each of the 24 hours, of which at least one is not 0
 */
export function HourColumns({ byHour }: { readonly byHour: readonly number[] }) {
  const say = useSay()
  const across = scaleBand<number>().domain(HOURS).paddingInner(0.25)
  const up = scaleLinear()
    .domain([0, Math.max(...byHour)])
    .nice(LINES)
  const spoken = byHour.flatMap((count, hour) => (count === 0 ? [] : [say(DAY_TEXTS.hour, { hour, count })]))
  return (
    <View className="hour-columns" {...a11y({ role: 'img', label: spoken.join(say(HOTEL.comma)) })}>
      <View className="hour-columns__plot">
        {up
          .ticks(LINES)
          .filter(Number.isInteger)
          .map((count) => (
            <View className="hour-columns__line" key={count} style={{ bottom: percent(up(count)) }}>
              <View className="hour-columns__count">{count}</View>
            </View>
          ))}
        {byHour.map((count, hour) => (
          <View
            className="hour-columns__column"
            key={`at-${hour}`}
            style={{
              left: percent(across(hour) ?? 0),
              width: percent(across.bandwidth()),
              height: percent(up(count)),
            }}
          />
        ))}
      </View>
      <View className="hour-columns__hours">
        {NAMED_HOURS.map((hour) => (
          <View className="hour-columns__hour" key={hour}>
            {hour}
          </View>
        ))}
      </View>
    </View>
  )
}

import { a11y } from '@nansha/kit/ui/a11y'
import { View } from '@tarojs/components'
import { scaleLinear } from 'd3-scale'
import './bar-rows.scss'

interface BarRow {
  readonly key: string
  readonly label: string
  /** Above 0. */
  readonly count: number
}

/** A row for each label: its words, its count, and a bar as long as its share of the largest. */
export function BarRows({ rows }: { readonly rows: readonly BarRow[] }) {
  const along = scaleLinear()
    .domain([0, Math.max(...rows.map(({ count }) => count))])
    .range([0, 100])
  return (
    <>
      {rows.map(({ key, label, count }) => (
        <View className="bar-row" key={key}>
          <View className="bar-row__words">
            <View className="bar-row__label">{label}</View>
            <View>{count}</View>
          </View>
          <View className="bar-row__bar" style={{ width: `${along(count)}%` }} {...a11y({ hidden: true })} />
        </View>
      ))}
    </>
  )
}

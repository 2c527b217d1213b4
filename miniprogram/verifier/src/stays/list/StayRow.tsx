import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Tile } from '@nansha/kit/ui/Tile/Tile'
import type { StaySummary } from '@nansha/shared/api/stays-answers'
import { View } from '@tarojs/components'
import { ReportClock } from '../../parts/ReportClock'
import { STATES, TEXTS } from '../texts'
import './stay-row.scss'

/** A stay, or a party that waits for a room. */
export type StayLine = Pick<StaySummary, 'stay' | 'guests'> &
  Partial<Pick<StaySummary, 'room' | 'state' | 'until' | 'reportBy'>> & { readonly isWaiting?: true }

export function StayRow({ line, onOpen }: { readonly line: StayLine; readonly onOpen: () => void }) {
  const say = useSay()
  const { date } = useTimes()
  const [first] = line.guests
  const count = line.guests.length
  const name = first?.name ?? ''
  const who = count > 1 ? say(TEXTS.guests, { name, count, others: count - 1 }) : name
  // Those without a room have a list of their own, which says so.
  const label = line.room === undefined ? who : `${say(TEXTS.roomIs, { room: line.room })}\u00a0· ${who}`
  const ends =
    line.until === undefined || line.state === undefined
      ? undefined
      : `${say(TEXTS.until, { day: date(line.until) })} · ${say(STATES[line.state])}`
  // Two who wait may have one name.
  const last4 = first?.last4 ? say(TEXTS.ending, { last4: first.last4 }) : undefined
  return (
    <View className="stay-row">
      <Tile
        shape="row"
        icon={line.room === undefined ? 'person' : 'key'}
        label={label}
        note={line.isWaiting ? last4 : ends}
        onPress={onOpen}
      />
      {line.reportBy !== undefined && (
        <View className="stay-row__clock">
          <ReportClock at={line.reportBy} />
        </View>
      )}
    </View>
  )
}

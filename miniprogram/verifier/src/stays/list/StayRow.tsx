import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Button } from '@nansha/kit/ui/Button/Button'
import type { StaySummary } from '@nansha/shared/api/stays-answers'
import { View } from '@tarojs/components'
import { ReportClock } from '../../parts/ReportClock'
import { STATES, TEXTS } from '../texts'
import '../guest-rows.scss'

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
  return (
    <View className="guest-row">
      <Button
        kind="quiet"
        label={`${line.room === undefined ? say(TEXTS.noRoom) : say(TEXTS.roomIs, { room: line.room })} · ${who}`}
        onPress={onOpen}
      />
      {line.until !== undefined && line.state !== undefined && (
        <View className="guest-row__more">
          {`${say(TEXTS.until, { day: date(line.until) })} · ${say(STATES[line.state])}`}
        </View>
      )}
      {line.reportBy !== undefined && <ReportClock at={line.reportBy} />}
    </View>
  )
}

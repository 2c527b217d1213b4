import { useClock } from '@nansha/kit/device/corrected-clock'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Field } from '@nansha/kit/ui/Field/Field'
import { dateInChina } from '@nansha/shared/age-in-china'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { RoomHint } from './RoomHint'
import { ARRIVE_TEXTS } from './texts'
import './room-form.scss'

const MOST_NIGHTS = 365

export interface RoomFormProps {
  readonly isBusy: boolean
  readonly onRoom: (room: string, until: string) => void
}

/** Which room, and for how many nights: one, unless the clerk says more. */
export function RoomForm({ isBusy, onRoom }: RoomFormProps) {
  const say = useSay()
  const { date } = useTimes()
  const { now } = useClock()
  const [room, setRoom] = useState('')
  const [nights, setNights] = useState(1)
  const until = dateInChina(now() + nights * DAY_MS)
  const number = room.trim()
  const isReady = number !== '' && !isBusy
  const confirm = () => onRoom(number, until)
  return (
    <Card>
      <Field
        label={say(ARRIVE_TEXTS.room)}
        value={room}
        onChange={setRoom}
        maxLength={12}
        takesFocus
        onDone={() => isReady && confirm()}
      />
      <RoomHint room={number.toUpperCase()} />
      <View className="room-form__nights">
        {say(nights === 1 ? ARRIVE_TEXTS.oneNight : ARRIVE_TEXTS.nightsUntil, {
          count: nights,
          day: date(until),
        })}
      </View>
      <View className="room-form__steps">
        <Button
          kind="secondary"
          label={say(ARRIVE_TEXTS.fewer)}
          disabled={nights <= 1}
          onPress={() => setNights(nights - 1)}
        />
        <Button
          kind="secondary"
          label={say(ARRIVE_TEXTS.moreNights)}
          disabled={nights >= MOST_NIGHTS}
          onPress={() => setNights(nights + 1)}
        />
      </View>
      <Button
        label={say(ARRIVE_TEXTS.confirmArrival)}
        busy={isBusy}
        disabled={number === ''}
        onPress={confirm}
      />
    </Card>
  )
}

import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import type { HotelRooms } from '@nansha/shared/api/stays-answers'
import { View } from '@tarojs/components'
import { PAGES } from '../../pages'
import '../guest-rows.scss'
import { TEXTS } from '../texts'
import { ROOMS_TEXTS } from './texts'

/** Each room with how many are in it, by number; one that is occupied leads to its stay. */
export function RoomList({ rooms }: Pick<HotelRooms, 'rooms'>) {
  const say = useSay()
  return (
    <Card>
      {rooms.map(({ room, stays, isUnlisted }) => (
        <View className="guest-row" key={room}>
          <View className="guest-row__name">{say(TEXTS.roomIs, { room })}</View>
          {stays.length === 0 && <View className="guest-row__more">{say(ROOMS_TEXTS.roomFree)}</View>}
          {isUnlisted && <View className="guest-row__flag">{say(ROOMS_TEXTS.roomUnlisted)}</View>}
          {stays.map(({ stay, guests }) => (
            <Button
              key={stay}
              kind="quiet"
              label={say(guests === 1 ? ROOMS_TEXTS.roomTakenOne : ROOMS_TEXTS.roomTaken, { count: guests })}
              onPress={() => open(`${PAGES.stay}?stay=${stay}`)}
            />
          ))}
        </View>
      ))}
    </Card>
  )
}

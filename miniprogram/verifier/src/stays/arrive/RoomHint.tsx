import { replace } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { HotelRooms } from '@nansha/shared/api/stays-answers'
import { useEffect, useState } from 'react'
import { PAGES } from '../../pages'
import { useStays } from '../use-stays'
import { ARRIVE_TEXTS } from './texts'

/** Says that a room is on no list, or occupied. It forbids nothing: lists are old, and rooms are shared. */
export function RoomHint({ room }: { readonly room: string }) {
  const say = useSay()
  const ask = useStays()
  const [rooms, setRooms] = useState<HotelRooms>()
  useEffect(() => {
    let current = true
    ask<HotelRooms>({ action: 'rooms' }).then(
      (answer) => current && setRooms(answer),
      // Without the list nothing is said of a room.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [ask])

  const known = rooms?.rooms.find((one) => one.room === room)
  const [taken] = known?.stays ?? []
  if (taken !== undefined)
    return (
      <>
        <Notice kind="warn" text={say(ARRIVE_TEXTS.roomTakenHint, { room })} />
        <Button
          kind="quiet"
          label={say(ARRIVE_TEXTS.toThatStay)}
          onPress={() => replace(`${PAGES.stay}?stay=${taken.stay}`)}
        />
      </>
    )
  const isUnknown = room !== '' && rooms?.isListed === true && (known === undefined || known.isUnlisted)
  // While a number is being typed, its beginning is no mistake.
  const isBegun = rooms?.rooms.some((one) => one.room.startsWith(room))
  return isUnknown && !isBegun ? (
    <Notice kind="warn" text={say(ARRIVE_TEXTS.roomUnknownHint, { room })} />
  ) : null
}

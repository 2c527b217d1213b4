import { back } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { HotelRooms } from '@nansha/shared/api/stays-answers'
import { useEffect, useState } from 'react'
import { PAGES } from '../../pages'
import { refusalLook } from '../../parts/refusals'
import { DeskPage } from '../../warnings/DeskPage'
import { TEXTS } from '../texts'
import { useStays } from '../use-stays'
import { parseRooms } from './parse-rooms'
import { RoomList } from './RoomList'
import { ROOMS_TEXTS } from './texts'

/** What is free and what is occupied; a manager says which rooms there are. */
export default function RoomsPage() {
  const say = useSay()
  const ask = useStays()
  const [shown, setShown] = useState<HotelRooms>()
  const [typed, setTyped] = useState<string>()
  const { isRunning, failure, run } = useTask()
  const rooms = typed === undefined ? undefined : parseRooms(typed)

  const read = async () => setShown(await ask<HotelRooms>({ action: 'rooms' }))
  const load = () => run(read)
  useEffect(load, [])
  const save = () =>
    run(async () => {
      if (rooms === undefined) return
      await ask({ action: 'set-rooms', rooms })
      setTyped(undefined)
      await read()
    })

  const free = shown?.rooms.filter(({ stays }) => stays.length === 0).length ?? 0
  const taken = (shown?.rooms.length ?? 0) - free
  return (
    <DeskPage title={say(ROOMS_TEXTS.rooms)}>
      <Heading
        title={say(ROOMS_TEXTS.rooms)}
        lead={shown?.isListed ? say(ROOMS_TEXTS.roomsLead, { free, taken }) : ''}
      />
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      {isRunning && shown === undefined && <Spinner label={say(TEXTS.loading)} />}
      {shown?.isListed === false && <Notice kind="info" text={say(ROOMS_TEXTS.roomsNone)} />}
      {shown !== undefined && shown.rooms.length > 0 && <RoomList rooms={shown.rooms} />}
      {shown?.mayList && typed === undefined && (
        <Button
          kind="secondary"
          label={say(ROOMS_TEXTS.roomEdit)}
          onPress={() => setTyped(listed(shown).join(', '))}
        />
      )}
      {typed !== undefined && (
        <Card>
          <Field
            label={say(ROOMS_TEXTS.roomList)}
            hint={say(ROOMS_TEXTS.roomListHint)}
            error={rooms === undefined ? say(ROOMS_TEXTS.roomListMalformed) : undefined}
            kind="long"
            value={typed}
            onChange={setTyped}
            maxLength={20_000}
          />
          <Button label={say(TEXTS.save)} busy={isRunning} disabled={rooms === undefined} onPress={save} />
          <Button kind="quiet" label={say(TEXTS.cancel)} onPress={() => setTyped(undefined)} />
        </Card>
      )}
      <Button kind="secondary" label={say(TEXTS.again)} busy={isRunning} onPress={load} />
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.desk)} />
    </DeskPage>
  )
}

function listed({ rooms }: HotelRooms): string[] {
  return rooms.filter(({ isUnlisted }) => !isUnlisted).map(({ room }) => room)
}

import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Field } from '@nansha/kit/ui/Field/Field'
import type { StayDetails, StaysEvent } from '@nansha/shared/api/stays'
import { parseTypedDay } from '@nansha/shared/calendar'
import { useState } from 'react'
import { PAGES } from '../../pages'
import { TEXTS } from '../texts'

export interface StayActionsProps {
  readonly stay: StayDetails
  readonly isBusy: boolean
  readonly onChange: (event: StaysEvent) => void
}

type Open = 'room' | 'day' | 'depart'

/** What can be done with guests in the house; each opens only when it is asked for. */
export function StayActions({ stay, isBusy, onChange }: StayActionsProps) {
  const say = useSay()
  const [opened, setOpened] = useState<Open>()
  const [room, setRoom] = useState('')
  const [day, setDay] = useState(stay.until)
  const [isMalformed, setMalformed] = useState(false)
  const seen = { stay: stay.stay, revision: stay.revision }

  const change = (event: StaysEvent) => {
    setOpened(undefined)
    onChange(event)
  }
  const extend = () => {
    const until = parseTypedDay(day)
    setMalformed(until === undefined)
    if (until !== undefined) change({ action: 'extend', ...seen, until })
  }
  const cancel = <Button kind="quiet" label={say(TEXTS.cancel)} onPress={() => setOpened(undefined)} />

  switch (opened) {
    case 'room':
      return (
        <Card>
          <Field label={say(TEXTS.newRoom)} value={room} onChange={setRoom} maxLength={12} />
          <Button
            label={say(TEXTS.save)}
            busy={isBusy}
            disabled={room.trim() === ''}
            onPress={() => change({ action: 'move', ...seen, room: room.trim() })}
          />
          {cancel}
        </Card>
      )
    case 'day':
      return (
        <Card>
          <Field
            label={say(TEXTS.newDay)}
            hint={say(TEXTS.dayHint)}
            error={isMalformed ? say(TEXTS.dayMalformed) : undefined}
            value={day}
            onChange={setDay}
            maxLength={20}
          />
          <Button label={say(TEXTS.save)} busy={isBusy} onPress={extend} />
          {cancel}
        </Card>
      )
    case 'depart':
      return (
        <Card>
          <Button
            label={say(TEXTS.departNow, { room: stay.room })}
            busy={isBusy}
            onPress={() => change({ action: 'depart', ...seen })}
          />
          {cancel}
        </Card>
      )
    case undefined:
      return (
        <>
          <Button label={say(TEXTS.depart)} busy={isBusy} onPress={() => setOpened('depart')} />
          <Button kind="secondary" label={say(TEXTS.extend)} onPress={() => setOpened('day')} />
          <Button kind="secondary" label={say(TEXTS.changeRoom)} onPress={() => setOpened('room')} />
          <Button
            kind="secondary"
            label={say(TEXTS.addByScan)}
            onPress={() => open(`${PAGES.check}?scenario=hotel&stay=${stay.stay}`)}
          />
          <Button
            kind="secondary"
            label={say(TEXTS.addByDocument)}
            onPress={() => open(`${PAGES.admit}?stay=${stay.stay}`)}
          />
        </>
      )
  }
}

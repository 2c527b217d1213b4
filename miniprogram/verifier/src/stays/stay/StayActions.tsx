import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { ANNUL_REASONS, type AnnulReason, type StayDetails, type StaysEvent } from '@nansha/shared/api/stays'
import { parseTypedDay } from '@nansha/shared/calendar'
import { useState } from 'react'
import { PAGES } from '../../pages'
import { ANNUL_TEXTS, TEXTS } from '../texts'

export interface StayActionsProps {
  readonly stay: StayDetails
  readonly isBusy: boolean
  readonly onChange: (event: StaysEvent) => void
}

type Open = 'room' | 'day' | 'depart' | 'annul'

/** What can be done with guests in the house; each opens only when it is asked for. */
export function StayActions({ stay, isBusy, onChange }: StayActionsProps) {
  const say = useSay()
  const [opened, setOpened] = useState<Open>()
  const [room, setRoom] = useState('')
  const [day, setDay] = useState(stay.until)
  const [reason, setReason] = useState<AnnulReason>()
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
    case 'annul':
      return (
        <Card>
          <Notice kind="info" text={say(TEXTS.annulLead)} />
          <Choice
            label={say(TEXTS.annulWhy)}
            options={ANNUL_REASONS.map((value) => ({ value, label: say(ANNUL_TEXTS[value]) }))}
            value={reason}
            onChoose={setReason}
          />
          <Button
            kind="bad"
            label={say(TEXTS.annulNow, { room: stay.room })}
            busy={isBusy}
            disabled={reason === undefined}
            onPress={() => reason && change({ action: 'annul', ...seen, reason })}
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
          <Button kind="quiet" label={say(TEXTS.annul)} onPress={() => setOpened('annul')} />
        </>
      )
  }
}

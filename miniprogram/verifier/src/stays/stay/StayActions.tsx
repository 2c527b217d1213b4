import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import type { StaysEvent } from '@nansha/shared/api/stays'
import type { StayDetails } from '@nansha/shared/api/stays-answers'
import { useState } from 'react'
import { PAGES } from '../../pages'
import { TEXTS } from '../texts'
import { AnnulForm, DayForm, DepartForm, type Draft, RoomForm, type StayFormProps } from './stay-forms'

export interface StayActionsProps {
  readonly stay: StayDetails
  readonly isBusy: boolean
  readonly onChange: (event: StaysEvent) => void
}

type Action = 'room' | 'day' | 'depart' | 'annul'

const FORMS: Readonly<Record<Action, (props: StayFormProps) => JSX.Element>> = {
  room: RoomForm,
  day: DayForm,
  depart: DepartForm,
  annul: AnnulForm,
}

/** What can be done with guests in the house; the form of an action opens only when it is asked for. */
export function StayActions({ stay, isBusy, onChange }: StayActionsProps) {
  const say = useSay()
  const [opened, setOpened] = useState<Action>()
  // It outlives the form, so that what was typed is still there after a failure.
  const [draft, setDraft] = useState<Draft>({ room: '', day: stay.until, isDayMalformed: false })
  if (opened === undefined) return <ChooseAction stay={stay} isBusy={isBusy} onChoose={setOpened} />

  const change = (event: StaysEvent) => {
    setOpened(undefined)
    onChange(event)
  }
  const Form = FORMS[opened]
  return (
    <Card>
      <Form
        stay={stay}
        draft={draft}
        isBusy={isBusy}
        onDraft={(changed) => setDraft({ ...draft, ...changed })}
        onChange={change}
      />
      <Button kind="quiet" label={say(TEXTS.cancel)} onPress={() => setOpened(undefined)} />
    </Card>
  )
}

interface ChooseActionProps {
  readonly stay: StayDetails
  readonly isBusy: boolean
  readonly onChoose: (action: Action) => void
}

function ChooseAction({ stay, isBusy, onChoose }: ChooseActionProps) {
  const say = useSay()
  return (
    <>
      <Button label={say(TEXTS.depart)} busy={isBusy} onPress={() => onChoose('depart')} />
      <Button kind="secondary" label={say(TEXTS.extend)} onPress={() => onChoose('day')} />
      <Button kind="secondary" label={say(TEXTS.changeRoom)} onPress={() => onChoose('room')} />
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
      <Button kind="quiet" label={say(TEXTS.annul)} onPress={() => onChoose('annul')} />
    </>
  )
}

import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { ANNUL_REASONS, type AnnulReason, type StaysEvent } from '@nansha/shared/api/stays'
import type { StayDetails } from '@nansha/shared/api/stays-answers'
import { parseTypedDay } from '@nansha/shared/calendar'
import { ANNUL_TEXTS, TEXTS } from '../texts'

/** What the clerk typed or chose so far. */
export interface Draft {
  readonly room: string
  readonly day: string
  readonly isDayMalformed: boolean
  readonly reason?: AnnulReason
}

export interface StayFormProps {
  readonly stay: StayDetails
  readonly draft: Draft
  readonly isBusy: boolean
  readonly onDraft: (changed: Partial<Draft>) => void
  readonly onChange: (event: StaysEvent) => void
}

export function RoomForm({ stay, draft, isBusy, onDraft, onChange }: StayFormProps) {
  const say = useSay()
  const room = draft.room.trim()
  return (
    <>
      <Field
        label={say(TEXTS.newRoom)}
        value={draft.room}
        onChange={(room) => onDraft({ room })}
        maxLength={12}
      />
      <Button
        label={say(TEXTS.save)}
        busy={isBusy}
        disabled={room === ''}
        onPress={() => onChange({ action: 'move', ...seen(stay), room })}
      />
    </>
  )
}

export function DayForm({ stay, draft, isBusy, onDraft, onChange }: StayFormProps) {
  const say = useSay()
  const extend = () => {
    const until = parseTypedDay(draft.day)
    onDraft({ isDayMalformed: until === undefined })
    if (until !== undefined) onChange({ action: 'extend', ...seen(stay), until })
  }
  return (
    <>
      <Field
        label={say(TEXTS.newDay)}
        hint={say(TEXTS.dayHint)}
        error={draft.isDayMalformed ? say(TEXTS.dayMalformed) : undefined}
        value={draft.day}
        onChange={(day) => onDraft({ day })}
        maxLength={20}
      />
      <Button label={say(TEXTS.save)} busy={isBusy} onPress={extend} />
    </>
  )
}

export function DepartForm({ stay, isBusy, onChange }: StayFormProps) {
  const say = useSay()
  return (
    <Button
      label={say(TEXTS.departNow, { room: stay.room })}
      busy={isBusy}
      onPress={() => onChange({ action: 'depart', ...seen(stay) })}
    />
  )
}

export function AnnulForm({ stay, draft, isBusy, onDraft, onChange }: StayFormProps) {
  const say = useSay()
  const { reason } = draft
  return (
    <>
      <Notice kind="info" text={say(TEXTS.annulLead)} />
      <Choice
        label={say(TEXTS.annulWhy)}
        options={ANNUL_REASONS.map((value) => ({ value, label: say(ANNUL_TEXTS[value]) }))}
        value={reason}
        onChoose={(reason) => onDraft({ reason })}
      />
      <Button
        kind="bad"
        label={say(TEXTS.annulNow, { room: stay.room })}
        busy={isBusy}
        disabled={reason === undefined}
        onPress={() => reason && onChange({ action: 'annul', ...seen(stay), reason })}
      />
    </>
  )
}

/** The version of the stay that the clerk looked at when deciding. */
function seen({ stay, revision }: StayDetails) {
  return { stay, revision }
}

import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Field } from '@nansha/kit/ui/Field/Field'
import type { CardRead } from '@nansha/shared/api/enrol'
import { ERRORS } from '@nansha/shared/errors'
import { useState } from 'react'
import type { CheckedDetails, Written } from '../check-details'
import { CORRECTABLE_FIELDS, type CorrectableField, ReadFields } from './ReadFields'
import { TEXTS } from './texts'

export interface CorrectableFieldsProps {
  readonly fields: CardRead['fields']
  readonly written: Written
  readonly faults: Extract<CheckedDetails, { ok: false }>['faults']
  readonly onWrite: (changed: Partial<Written>) => void
}

/** Ethnic group and address: as read, or to be corrected. What may have been misread is open from the beginning. */
export function CorrectableFields({ fields, written, faults, onWrite }: CorrectableFieldsProps) {
  const say = useSay()
  const [isCorrecting, setCorrecting] = useState(false)
  const isOpen = (name: CorrectableField) =>
    isCorrecting || fields[name]?.confirm === true || written[name] !== (fields[name]?.value ?? '')
  const closed = CORRECTABLE_FIELDS.filter((name) => !isOpen(name))

  return (
    <>
      {closed.length > 0 && (
        <Card>
          <ReadFields names={closed} fields={fields} />
          <Button kind="quiet" label={say(TEXTS.correct)} onPress={() => setCorrecting(true)} />
        </Card>
      )}
      {CORRECTABLE_FIELDS.filter(isOpen).map((name) => (
        <Field
          key={name}
          label={say(TEXTS[name])}
          kind={name === 'address' ? 'long' : 'text'}
          value={written[name]}
          onChange={(value) => onWrite({ [name]: value })}
          error={faults[name] && say(ERRORS[faults[name]])}
          hint={hintOf(name, fields, say)}
        />
      ))}
    </>
  )
}

function hintOf(
  name: CorrectableField,
  fields: CardRead['fields'],
  say: ReturnType<typeof useSay>,
): string | undefined {
  const field = fields[name]
  if (field?.remark === 'unlisted') return say(TEXTS.unlisted)
  if (name === 'ethnicity' && field?.value === '') return say(TEXTS.noGroup)
  return field?.confirm ? say(TEXTS.mayBeMisread) : undefined
}

import { useClock } from '@nansha/kit/device/corrected-clock'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { ERRORS } from '@nansha/shared/errors'
import { Image } from '@tarojs/components'
import { useState } from 'react'
import { checkDetails } from '../check-details'
import type { Enrolment, Reading } from '../enrolment'
import { goOn, goToStep } from '../parts/step-navigation'
import { useEnrolment } from '../use-enrolment'
import { EmblemDetails } from './EmblemDetails'
import { PORTRAIT_FIELDS, ReadFields } from './ReadFields'
import { TEXTS } from './texts'
import './read-fields.scss'

export interface ConfirmDetailsProps {
  readonly reading: Extract<Reading, { phase: 'read' }>
  readonly emblemReading: Reading
}

/** What was read, to be compared with the card. Only the name may be corrected; anything else needs another photo. */
export function ConfirmDetails({ reading, emblemReading }: ConfirmDetailsProps) {
  const say = useSay()
  const { enrolmentSession } = useEnrolment()
  const { now } = useClock()
  const { fields, portrait } = reading
  const idNumber = fields.number?.value ?? ''
  const [name, setName] = useState(
    () => correctedName(enrolmentSession.store.get(), idNumber) ?? fields.name?.value ?? '',
  )
  const checked = checkDetails({ name, idNumber }, now())

  const confirm = () => {
    if (!checked.ok) return
    enrolmentSession.store.dispatch({ type: 'described', details: checked.details })
    goOn(enrolmentSession)
  }

  return (
    <>
      <Field
        label={say(TEXTS.name)}
        value={name}
        maxLength={40}
        onChange={setName}
        error={checked.ok ? undefined : checked.name && say(ERRORS[checked.name])}
        hint={say(TEXTS.correctName)}
      />
      <Card>
        {portrait && (
          <Image className="read-portrait" src={portrait} mode="aspectFit" ariaLabel={say(TEXTS.portrait)} />
        )}
        <ReadFields names={PORTRAIT_FIELDS} fields={fields} />
      </Card>
      <EmblemDetails reading={emblemReading} />
      {!checked.ok && checked.number && <Notice kind="warn" text={say(ERRORS[checked.number])} />}
      <Button
        label={say(TEXTS.allRight)}
        disabled={!checked.ok || emblemReading.phase !== 'read'}
        onPress={confirm}
      />
      <Button kind="secondary" label={say(TEXTS.notRight)} onPress={() => goToStep('card')} />
    </>
  )
}

/** What the citizen wrote before, for the same card. */
function correctedName({ details }: Enrolment, idNumber: string): string | undefined {
  return details?.idNumber === idNumber ? details.name : undefined
}

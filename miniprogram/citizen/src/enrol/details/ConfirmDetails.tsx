import { useClock } from '@nansha/kit/device/corrected-clock'
import { useSay } from '@nansha/kit/i18n/language'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { ERRORS } from '@nansha/shared/errors'
import { Image } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import { checkDetails, type Written } from '../check-details'
import type { Enrolment } from '../enrolment'
import { goOn, goToStep } from '../parts/step-navigation'
import type { Reading } from '../reading'
import { useEnrolment } from '../use-enrolment'
import { CorrectableFields } from './CorrectableFields'
import { EmblemDetails } from './EmblemDetails'
import { LOCKED_FIELDS, PERMANENT_FIELDS, ReadFields } from './ReadFields'
import { TEXTS } from './texts'
import './read-fields.scss'

export interface ConfirmDetailsProps {
  readonly reading: Extract<Reading, { phase: 'read' }>
  readonly emblemReading: Reading
}

/**
 * What was read, to be compared with the card. Name, ethnic group and address may be corrected; number, sex and birthdate
 * bear each other out, so what is wrong with them takes another photo. `children`: the other ways on, above the answer.
 */
export function ConfirmDetails({ reading, emblemReading, children }: PropsWithChildren<ConfirmDetailsProps>) {
  const say = useSay()
  const { enrolmentSession } = useEnrolment()
  const { fields, portrait } = reading
  const { written, write, checked } = useCorrections(fields)
  const isForeign = 'nationality' in fields
  const faults = checked.ok ? {} : checked.faults

  const confirm = () => {
    if (!checked.ok) return
    enrolmentSession.store.dispatch({ type: 'described', details: checked.details })
    goOn(enrolmentSession)
  }

  return (
    <>
      <Field
        label={say(isForeign ? TEXTS.latinName : TEXTS.name)}
        kind="long"
        value={written.name}
        onChange={(name) => write({ name })}
        error={faults.name && say(ERRORS[faults.name])}
        hint={say(isForeign ? TEXTS.correctLatinName : TEXTS.correctName)}
      />
      <Card>
        {portrait && (
          <Image
            className="read-portrait"
            src={portrait}
            mode="aspectFit"
            ariaLabel={say(TEXTS.portrait)}
            nativeProps={{ alt: say(TEXTS.portrait) }}
          />
        )}
        <ReadFields names={isForeign ? PERMANENT_FIELDS : LOCKED_FIELDS} fields={fields} />
      </Card>
      {!isForeign && <CorrectableFields fields={fields} written={written} faults={faults} onWrite={write} />}
      <EmblemDetails reading={emblemReading} />
      {!checked.ok && checked.number && <Notice kind="warn" text={say(ERRORS[checked.number])} />}
      <Button kind="secondary" label={say(TEXTS.notRight)} onPress={() => goToStep('card')} />
      {children}
      <Actions>
        <Button
          label={say(TEXTS.allRight)}
          disabled={!checked.ok || emblemReading.phase !== 'read'}
          onPress={confirm}
        />
      </Actions>
    </>
  )
}

/** What the citizen corrects of what was read, and what is wrong with it. */
function useCorrections(fields: ConfirmDetailsProps['reading']['fields']) {
  const { enrolmentSession } = useEnrolment()
  const { now } = useClock()
  const readValue = (name: string) => fields[name]?.value ?? ''
  const read = { name: readValue('name'), ethnicity: readValue('ethnicity'), address: readValue('address') }
  const idNumber = readValue('number')
  const [written, setWritten] = useState<Written>(() => ({
    ...read,
    ...writtenBefore(enrolmentSession.store.get(), idNumber),
  }))
  return {
    written,
    write: (changed: Partial<Written>) => setWritten((before) => ({ ...before, ...changed })),
    checked: checkDetails({ ...written, idNumber }, read, now()),
  }
}

/** What the citizen wrote before, for the same card. */
function writtenBefore({ details }: Enrolment, idNumber: string): Partial<Written> {
  if (details?.idNumber !== idNumber) return {}
  return { name: details.name, ...details.corrections }
}

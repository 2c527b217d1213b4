import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { CardRead } from '@nansha/shared/api/enrol'
import { ERRORS } from '@nansha/shared/errors'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { enrolmentSession, now } from '../../services'
import { groupNumber } from '../../wallet/mask'
import { checkDetails } from '../check-details'
import { goOn, goToStep } from '../parts/step-navigation'
import { TEXTS } from './texts'
import './confirm-details.scss'

const SHOWN = ['number', 'sex', 'ethnicity', 'birthdate', 'address'] as const

/** What was read, to be compared with the card. Only the name may be corrected; anything else needs another photo. */
export function ConfirmDetails({ fields }: { readonly fields: CardRead['fields'] }) {
  const say = useSay()
  const idNumber = fields.number?.value ?? ''
  const [name, setName] = useState(() => correctedName(idNumber) ?? fields.name?.value ?? '')
  const checked = checkDetails({ name, idNumber }, now())

  const confirm = () => {
    if (!checked.ok) return
    enrolmentSession.store.dispatch({ type: 'described', details: checked.details })
    goOn()
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
        {SHOWN.map((field) => {
          const value = fields[field]?.value
          if (!value) return null
          return (
            <View className="read-field" key={field}>
              <Text className="read-field__label">{say(TEXTS[field])}</Text>
              <Text className="read-field__value">{shownAs(field, value, say)}</Text>
            </View>
          )
        })}
      </Card>
      {!checked.ok && checked.number && <Notice kind="warn" text={say(ERRORS[checked.number])} />}
      <Button label={say(TEXTS.allRight)} disabled={!checked.ok} onPress={confirm} />
      <Button kind="secondary" label={say(TEXTS.notRight)} onPress={() => goToStep('card')} />
    </>
  )
}

/** What the citizen wrote before, for the same card. */
function correctedName(idNumber: string): string | undefined {
  const { details } = enrolmentSession.store.get()
  return details?.idNumber === idNumber ? details.name : undefined
}

function shownAs(field: (typeof SHOWN)[number], value: string, say: ReturnType<typeof useSay>): string {
  if (field === 'number') return groupNumber(value)
  if (field === 'sex') return say(value === 'female' ? TEXTS.female : TEXTS.male)
  return value
}

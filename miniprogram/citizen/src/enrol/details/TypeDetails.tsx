import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import { useState } from 'react'
import { enrolmentSession, now } from '../../services'
import { groupNumber } from '../../wallet/mask'
import { checkDetails, type Details } from '../check-details'
import { goOn, goToStep } from '../parts/step-navigation'
import { TEXTS } from './texts'

const NUMBER_LENGTH = 18

/** Name and number by hand. @param fault why the card could not be read, where another photo helps */
export function TypeDetails({ fault }: { readonly fault?: ErrorCode }) {
  const say = useSay()
  const { details } = enrolmentSession.store.get()
  const [typed, setTyped] = useState<Details>(details ?? { name: '', idNumber: '' })
  const [isAsked, setAsked] = useState(false)

  const checked = checkDetails(typed, now())
  // A number is judged once it is whole, a name once it is sent: nobody is told off while typing.
  const count = typed.idNumber.trim().length
  const isWhole = count >= NUMBER_LENGTH
  const numberFault = !checked.ok && (isAsked || isWhole) ? checked.number : undefined
  const nameFault = !checked.ok && isAsked ? checked.name : undefined

  const submit = () => {
    setAsked(true)
    if (!checked.ok) return
    enrolmentSession.store.dispatch({ type: 'described', details: checked.details })
    goOn()
  }

  return (
    <>
      {fault?.startsWith('CARD_') && (
        <>
          <Notice kind="warn" text={say(ERRORS[fault])} />
          <Button kind="secondary" label={say(TEXTS.retakeCard)} onPress={() => goToStep('card')} />
          <Notice kind="info" text={say(TEXTS.orType)} />
        </>
      )}
      <Field
        label={say(TEXTS.name)}
        value={typed.name}
        maxLength={40}
        onChange={(name) => setTyped({ ...typed, name })}
        error={nameFault && say(ERRORS[nameFault])}
      />
      <Field
        label={say(TEXTS.number)}
        kind="id-number"
        value={typed.idNumber}
        maxLength={NUMBER_LENGTH}
        onChange={(idNumber) => setTyped({ ...typed, idNumber })}
        error={numberFault && say(ERRORS[numberFault])}
        // Read back in groups: at a large text size the field itself is too narrow for it.
        hint={isWhole ? groupNumber(typed.idNumber.trim()) : say(TEXTS.typed, { count })}
      />
      <Button label={say(TEXTS.next)} onPress={submit} />
    </>
  )
}

import { back, open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Page } from '@nansha/kit/ui/Page/Page'
import { ERRORS } from '@nansha/shared/errors'
import { useState } from 'react'
import { PAGES } from '../../pages'
import { enrolmentSession, now } from '../../services'
import { useStore } from '../../store/use-store'
import { groupNumber } from '../../wallet/mask'
import { checkDetails, type Details } from '../check-details'
import { StepHeader } from '../parts/StepHeader'
import { goOn, useTurn } from '../parts/step-navigation'
import { TEXTS } from './texts'

const NUMBER_LENGTH = 18

export default function DetailsPage() {
  const say = useSay()
  const { details } = useStore(enrolmentSession.store)
  const [typed, setTyped] = useState<Details>(details ?? { name: '', idNumber: '' })
  const [isAsked, setAsked] = useState(false)
  useTurn('details')

  const checked = checkDetails(typed, now())
  // A number is judged once it is whole, a name once it is sent: nobody is told off while typing.
  const isWhole = typed.idNumber.trim().length >= NUMBER_LENGTH
  const numberFault = !checked.ok && (isAsked || isWhole) ? checked.number : undefined
  const nameFault = !checked.ok && isAsked ? checked.name : undefined

  const submit = () => {
    setAsked(true)
    if (!checked.ok) return
    enrolmentSession.store.dispatch({ type: 'described', details: checked.details })
    goOn()
  }

  return (
    <Page title={say(TEXTS.title)}>
      <StepHeader step="details" title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
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
        hint={
          isWhole
            ? groupNumber(typed.idNumber.trim())
            : say(TEXTS.typed, { count: typed.idNumber.trim().length })
        }
      />
      <Button label={say(TEXTS.next)} onPress={submit} />
      {numberFault === 'GUARDIAN_REQUIRED' && (
        <Button kind="secondary" label={say(TEXTS.counter)} onPress={() => open(PAGES.counter)} />
      )}
      <Button kind="quiet" label={say(TEXTS.back)} onPress={() => back(PAGES.home)} />
    </Page>
  )
}

import { useAsk } from '@nansha/kit/cloud/use-ask'
import { back } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { CounterEvent } from '@nansha/shared/api/counter'
import { CLAIM_LABELS } from '@nansha/shared/claim-labels'
import { personName, residentNumber } from '@nansha/shared/fields'
import { groupResidentNumber } from '@nansha/shared/group-resident-number'
import { useState } from 'react'
import * as v from 'valibot'
import { PAGES } from '../../pages'
import { refusalLook } from '../../parts/refusals'
import { DeskPage } from '../../warnings/DeskPage'
import { TEXTS } from './texts'

const Person = v.object({ name: personName, idNumber: residentNumber })

/** For a person who lost their phone and is at the counter with the physical card: the officer freezes their ID. */
export default function FreezePage() {
  const say = useSay()
  const ask = useAsk()
  const [name, setName] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [isDone, setDone] = useState(false)
  const { isRunning, failure, run } = useTask()
  const person = v.safeParse(Person, { name, idNumber: idNumber.replace(/\s/g, '').toUpperCase() })

  const freeze = () =>
    run(async () => {
      if (!person.success) return
      const event: CounterEvent = { action: 'counter-freeze', ...person.output }
      await ask('enrol', event)
      setDone(true)
    })
  const next = () => {
    setName('')
    setIdNumber('')
    setDone(false)
  }

  if (isDone)
    return (
      <DeskPage key="done" title={say(TEXTS.title)}>
        <StatusScreen kind="good" title={say(TEXTS.done)} text={say(TEXTS.doneText)}>
          <Button label={say(COMMON.back)} onPress={() => back(PAGES.officer)} />
          <Button kind="secondary" label={say(TEXTS.another)} onPress={next} />
        </StatusScreen>
      </DeskPage>
    )
  return (
    <DeskPage key="person" title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      <Field label={say(CLAIM_LABELS.name)} value={name} onChange={setName} maxLength={256} />
      <Field
        label={say(CLAIM_LABELS.id_number)}
        value={idNumber}
        onChange={setIdNumber}
        maxLength={24}
        hint={person.success ? groupResidentNumber(person.output.idNumber) : undefined}
      />
      {failure && (
        <Notice kind="bad" text={say(TEXTS.failures[failure.code] ?? refusalLook(failure.code).text)} />
      )}
      <Button
        kind="bad"
        label={say(TEXTS.freeze)}
        busy={isRunning}
        disabled={!person.success}
        onPress={freeze}
      />
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.officer)} />
    </DeskPage>
  )
}

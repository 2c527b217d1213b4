import type { Text } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { MinorDuties } from '@nansha/shared/api/guest-document'
import type { WaitingGuestView } from '@nansha/shared/api/stays-answers'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { refusalLook } from '../../parts/refusals'
import '../guest-rows.scss'
import { useStays } from '../use-stays'
import { ARRIVE_TEXTS, RELATION_TEXTS } from './texts'

export interface DutiesFormProps {
  readonly guest: WaitingGuestView
  readonly onDone: () => void
}

/** What the law asks of a hotel when a minor stays, step by step; nothing is preset, and none can be left out. */
export function DutiesForm({ guest, onDone }: DutiesFormProps) {
  const say = useSay()
  const ask = useStays()
  const [answers, setAnswers] = useState<Answers>({ guardian: '', contact: '' })
  const { isRunning, failure, run } = useTask()
  const duties = dutiesOf(answers)
  const change = (changed: Partial<Answers>) => setAnswers({ ...answers, ...changed })

  const save = () =>
    run(async () => {
      if (!duties) return
      await ask({ action: 'duties', guest: guest.guest, duties })
      onDone()
    })

  return (
    <Card>
      <Heading title={say(ARRIVE_TEXTS.duties, { name: guest.name })} lead={say(ARRIVE_TEXTS.dutiesLead)} />
      <Field
        label={say(ARRIVE_TEXTS.guardian)}
        value={answers.guardian}
        onChange={(guardian) => change({ guardian })}
        maxLength={60}
      />
      <Field
        label={say(ARRIVE_TEXTS.contact)}
        value={answers.contact}
        onChange={(contact) => change({ contact })}
        maxLength={20}
      />
      <Question
        text={ARRIVE_TEXTS.reached}
        options={{ yes: ARRIVE_TEXTS.reachedYes, no: ARRIVE_TEXTS.reachedNo }}
        value={answers.reached}
        onChoose={(reached) => change({ reached })}
      />
      <Question
        text={ARRIVE_TEXTS.relation}
        options={RELATION_TEXTS}
        value={answers.relation}
        onChoose={(relation) => change({ relation })}
      />
      <Question
        text={ARRIVE_TEXTS.suspicion}
        options={{ none: ARRIVE_TEXTS.suspicionNone, 'police-called': ARRIVE_TEXTS.suspicionYes }}
        value={answers.suspicion}
        onChoose={(suspicion) => change({ suspicion })}
      />
      <Notice kind="info" text={say(ARRIVE_TEXTS.visitors)} />
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      <Button label={say(ARRIVE_TEXTS.dutiesDone)} busy={isRunning} disabled={!duties} onPress={save} />
    </Card>
  )
}

/** What the clerk has answered so far. */
interface Answers extends Partial<Pick<MinorDuties, 'relation' | 'suspicion'>> {
  readonly guardian: string
  readonly contact: string
  readonly reached?: 'yes' | 'no'
}

/** @returns `undefined` while an answer is missing */
function dutiesOf({ guardian, contact, reached, relation, suspicion }: Answers): MinorDuties | undefined {
  if (guardian.trim() === '' || contact.trim() === '' || !reached || !relation || !suspicion) return undefined
  return {
    guardian,
    contact,
    guardianReached: reached === 'yes',
    relation,
    visitorsControlled: true,
    suspicion,
  }
}

interface QuestionProps<Answer extends string> {
  readonly text: Text
  readonly options: Readonly<Record<Answer, Text>>
  readonly value: Answer | undefined
  readonly onChoose: (answer: Answer) => void
}

function Question<Answer extends string>({ text, options, value, onChoose }: QuestionProps<Answer>) {
  const say = useSay()
  return (
    <>
      <View className="guest-row__name">{say(text)}</View>
      <Choice
        label={say(text)}
        options={(Object.keys(options) as Answer[]).map((answer) => ({
          value: answer,
          label: say(options[answer]),
        }))}
        value={value}
        onChoose={onChoose}
      />
    </>
  )
}

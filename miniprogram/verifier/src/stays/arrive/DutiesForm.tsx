import type { Text } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import type { MinorDuties } from '@nansha/shared/api/guest-document'
import { View } from '@tarojs/components'
import { useState } from 'react'
import '../guest-rows.scss'
import { type Answers, dutiesOf } from './duties-answers'
import { ARRIVE_TEXTS, RELATION_TEXTS } from './texts'

export interface DutiesFormProps {
  /** Of the minor. */
  readonly name: string
  readonly isBusy: boolean
  readonly onDone: (duties: MinorDuties) => void
}

/** What the law asks of a hotel when a minor stays, step by step; nothing is preset, and none can be left out. */
export function DutiesForm({ name, isBusy, onDone }: DutiesFormProps) {
  const say = useSay()
  const [answers, setAnswers] = useState<Answers>({ guardian: '', contact: '' })
  const duties = dutiesOf(answers)
  const change = (changed: Partial<Answers>) => setAnswers({ ...answers, ...changed })

  return (
    <Card>
      <Heading title={say(ARRIVE_TEXTS.duties, { name })} lead={say(ARRIVE_TEXTS.dutiesLead)} />
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
        text={ARRIVE_TEXTS.visitors}
        options={{ told: ARRIVE_TEXTS.visitorsTold }}
        value={answers.visitors}
        onChoose={(visitors) => change({ visitors })}
      />
      <Question
        text={ARRIVE_TEXTS.suspicion}
        options={{ none: ARRIVE_TEXTS.suspicionNone, 'police-called': ARRIVE_TEXTS.suspicionYes }}
        value={answers.suspicion}
        onChoose={(suspicion) => change({ suspicion })}
      />
      <Button
        label={say(ARRIVE_TEXTS.dutiesDone)}
        busy={isBusy}
        disabled={!duties}
        onPress={() => duties && onDone(duties)}
      />
    </Card>
  )
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

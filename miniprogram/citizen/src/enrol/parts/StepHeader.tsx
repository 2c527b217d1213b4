import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { View } from '@tarojs/components'
import { STEPS, type Step } from '../../steps'
import { TEXTS } from './texts'
import './step-header.scss'

/** The last step is the phone's, not the citizen's: it is not counted. */
const COUNTED = STEPS.filter((step) => step !== 'submit')

export interface StepHeaderProps {
  readonly step: Exclude<Step, 'submit'>
  readonly title: string
  readonly lead?: string
}

/** Says which step of the enrolment this is, in words and as a bar. */
export function StepHeader({ step, title, lead }: StepHeaderProps) {
  const say = useSay()
  const number = COUNTED.indexOf(step) + 1
  const label = say(TEXTS.step, { number, total: COUNTED.length })
  return (
    <View className="step">
      <View className="step__bar" {...a11y({ role: 'img', label })}>
        {COUNTED.map((name, index) => (
          <View className={`step__part ${index < number ? 'step__part--done' : ''}`} key={name} />
        ))}
      </View>
      <View className="step__label">{label}</View>
      <Heading title={title} lead={lead} />
    </View>
  )
}

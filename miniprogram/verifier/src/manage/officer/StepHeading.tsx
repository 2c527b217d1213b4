import type { Text } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { View } from '@tarojs/components'
import { TEXTS } from './texts'
import './officer.scss'

/** Where the officer is, and what to do here. */
export function StepHeading({
  step,
  title,
  lead,
}: {
  readonly step: number
  readonly title: Text
  readonly lead?: Text
}) {
  const say = useSay()
  return (
    <View>
      <View className="officer__step">{say(TEXTS.step, { step })}</View>
      <Heading title={say(title)} lead={lead && say(lead)} />
    </View>
  )
}

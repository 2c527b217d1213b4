import type { Text } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { View } from '@tarojs/components'
import { FailureNotice } from './FailureNotice'
import './switch.scss'

export interface SwitchProps {
  readonly title: Text
  /** How it is now, or what changing it would do. */
  readonly text: Text
  readonly action: Text
  readonly onChange: () => Promise<void>
}

/** A state that the server keeps, and the button that changes it. */
export function Switch({ title, text, action, onChange }: SwitchProps) {
  const say = useSay()
  const { isRunning, failure, run } = useTask()
  return (
    <Card>
      <View className="switch__title">{say(title)}</View>
      <View>{say(text)}</View>
      <FailureNotice failure={failure} />
      <Button kind="secondary" label={say(action)} busy={isRunning} onPress={() => run(onChange)} />
    </Card>
  )
}

import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { TEXTS as WARNING_TEXTS } from '../warnings/texts'
import type { Warning } from '../warnings/watch'
import './check-entry.scss'
import { TEXTS } from './texts'

/** A warning in the history: what, when, and the way to all that is known. */
export function WarningEntry({
  warning,
  onOpen,
}: {
  readonly warning: Warning
  readonly onOpen: () => void
}) {
  const say = useSay()
  const { moment } = useTimes()
  const { kind, at, scenario } = warning
  return (
    <Card>
      <Notice kind="bad" text={say(WARNING_TEXTS[kind])} />
      <View className="check-entry__when">{`${say(SCENARIOS[scenario].title)} · ${moment(at)}`}</View>
      <Button kind="secondary" label={say(TEXTS.open)} onPress={onOpen} />
    </Card>
  )
}

import { formatDate, formatTime } from '@nansha/kit/i18n/format-time'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { TEXTS as WARNING_TEXTS } from '../warnings/texts'
import type { Warning } from '../warnings/watch'
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
  const { kind, at, scenario } = warning
  const when = `${say(SCENARIOS[scenario].title)} · ${formatDate(at)} ${formatTime(at)}`
  return (
    <Card>
      <Notice kind="bad" text={`${say(WARNING_TEXTS[kind])} ${when}`} />
      <Button kind="secondary" label={say(TEXTS.open)} onPress={onOpen} />
    </Card>
  )
}

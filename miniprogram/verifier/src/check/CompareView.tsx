import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import { TEXTS } from '../texts'
import type { Comparable } from './check'
import { Disclosed } from './Disclosed'
import './compare-view.scss'
import { View } from '@tarojs/components'

export interface CompareViewProps {
  readonly use: Comparable
  /** Why the last decision did not arrive; it can be sent again. */
  readonly failure: ErrorCode | undefined
  readonly confirming: boolean
  readonly onCompared: (portraitMatches: boolean) => void
}

/** The ticket is genuine; whether it belongs to this person only the clerk can see. */
export function CompareView({ use, failure, confirming, onCompared }: CompareViewProps) {
  const say = useSay()
  return (
    <Page title={say(TEXTS.check)}>
      <View className="compare-view__task">{say(TEXTS.compare)}</View>
      <Disclosed use={use} />
      {failure !== undefined && <Notice kind="bad" text={say(ERRORS[failure])} />}
      <Button kind="good" label={say(TEXTS.samePerson)} busy={confirming} onPress={() => onCompared(true)} />
      <Button
        kind="bad"
        label={say(TEXTS.otherPerson)}
        disabled={confirming}
        onPress={() => onCompared(false)}
      />
    </Page>
  )
}

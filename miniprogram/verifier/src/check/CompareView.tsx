import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import { View } from '@tarojs/components'
import { TEXTS } from '../texts'
import { DeskPage } from '../warnings/DeskPage'
import { Disclosed } from './Disclosed'
import { type Guest, hangsOnTheLook } from './guest'
import './compare-view.scss'

export interface CompareViewProps {
  readonly guest: Guest
  /** Why the last decision did not arrive; it can be sent again. */
  readonly failure: ErrorCode | undefined
  readonly confirming: boolean
  readonly onCompared: (portraitMatches: boolean) => void
}

/** The code is genuine; whether it belongs to this person only the clerk can see: by the portrait, or by the card. */
export function CompareView({ guest, failure, confirming, onCompared }: CompareViewProps) {
  const say = useSay()
  const hasPortrait = guest.portrait !== undefined
  return (
    <DeskPage title={say(TEXTS.check)} tone={hasPortrait ? 'plain' : 'warn'}>
      <View className="compare-view__task">{say(hasPortrait ? TEXTS.compare : TEXTS.compareCard)}</View>
      <Disclosed guest={guest} />
      {hasPortrait && hangsOnTheLook(guest) && <Notice kind="warn" text={say(TEXTS.byPin)} />}
      {failure !== undefined && <Notice kind="bad" text={say(ERRORS[failure])} />}
      <Button
        kind={hasPortrait ? 'good' : 'primary'}
        label={say(hasPortrait ? TEXTS.samePerson : TEXTS.cardMatches)}
        busy={confirming}
        onPress={() => onCompared(true)}
      />
      <Button
        kind="bad"
        label={say(hasPortrait ? TEXTS.otherPerson : TEXTS.cardDiffers)}
        disabled={confirming}
        onPress={() => onCompared(false)}
      />
    </DeskPage>
  )
}

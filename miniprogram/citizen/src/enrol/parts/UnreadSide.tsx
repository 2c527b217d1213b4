import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { CardSide } from '@nansha/shared/identity-card'
import { PICTURE_OF } from '../card-sides'
import { type Reading, wantsRetake } from '../reading'
import { useEnrolment } from '../use-enrolment'
import { CARD_TEXTS } from './card-texts'
import { sayUnread } from './say-unread'
import { goToStep } from './step-navigation'

export interface UnreadSideProps {
  readonly side: CardSide
  readonly reading: Exclude<Reading, { phase: 'read' }>
}

/** A side that is being read, or why it could not be: another photo helps, or asking once more does. */
export function UnreadSide({ side, reading }: UnreadSideProps) {
  const say = useSay()
  const { enrolmentSession } = useEnrolment()
  if (reading.phase !== 'unread') return <Spinner label={say(CARD_TEXTS.reading)} />
  const retake = () => goToStep(PICTURE_OF[side])
  return (
    <>
      <Notice kind="warn" text={sayUnread(say, side, reading.code)} />
      {wantsRetake(reading) ? (
        <Button
          kind="secondary"
          label={say(side === 'portrait' ? CARD_TEXTS.retakePortrait : CARD_TEXTS.retakeEmblem)}
          onPress={retake}
        />
      ) : (
        <Button
          kind="secondary"
          label={say(CARD_TEXTS.again)}
          onPress={() => void enrolmentSession.readCard(side)}
        />
      )}
    </>
  )
}

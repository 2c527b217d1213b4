import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { ERRORS } from '@nansha/shared/errors'
import { enrolmentSession } from '../../services'
import type { CardSide, Reading } from '../enrolment'
import { goToStep } from '../parts/step-navigation'
import { TEXTS } from './texts'

export interface UnreadSideProps {
  readonly side: CardSide
  readonly reading: Exclude<Reading, { phase: 'read' }>
}

/** A side that is being read, or why it could not be: another photo helps, or asking once more does. */
export function UnreadSide({ side, reading }: UnreadSideProps) {
  const say = useSay()
  if (reading.phase !== 'unread') return <Spinner label={say(TEXTS.reading)} />
  const retake = () => goToStep(side === 'portrait' ? 'card' : 'emblem')
  return (
    <>
      <Notice kind="warn" text={say(ERRORS[reading.code])} />
      {/^(CARD|IMAGE)_/.test(reading.code) ? (
        <Button
          kind="secondary"
          label={say(side === 'portrait' ? TEXTS.retakeCard : TEXTS.retakeEmblem)}
          onPress={retake}
        />
      ) : (
        <Button
          kind="secondary"
          label={say(TEXTS.again)}
          onPress={() => void enrolmentSession.readCard(side)}
        />
      )}
    </>
  )
}

import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { COMMON } from '@nansha/kit/texts/common'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Page } from '@nansha/kit/ui/Page/Page'
import { CARD_SIDES, type CardSide } from '@nansha/shared/identity-card'
import { useDidShow } from '@tarojs/taro'
import { PAGES } from '../../pages'
import { readingOf } from '../enrolment'
import type { EnrolmentSession } from '../enrolment-session'
import { StepHeader } from '../parts/StepHeader'
import { useTurn } from '../parts/step-navigation'
import { UnreadSide, type UnreadSideProps } from '../parts/UnreadSide'
import type { Reading } from '../reading'
import { remedyFor } from '../remedy'
import { useEnrolment } from '../use-enrolment'
import { ConfirmDetails } from './ConfirmDetails'
import { TEXTS } from './texts'

/** What both sides of the card say, to be confirmed. */
export default function DetailsPage() {
  const say = useSay()
  const { enrolmentSession } = useEnrolment()
  const { reading, emblemReading } = useStore(enrolmentSession.store)
  useTurn('details')
  useDidShow(() => readSides(enrolmentSession))

  const unusable = unusableSide('emblem', emblemReading) ?? unusableSide('portrait', reading)
  const otherWays = (
    <>
      {!unusable && <Button kind="quiet" label={say(TEXTS.counter)} onPress={() => open(PAGES.counter)} />}
      <BackLink home={PAGES.home} words={COMMON.previous} />
    </>
  )
  return (
    <Page key={reading.phase} title={say(TEXTS.title)}>
      <StepHeader
        step="details"
        title={say(TEXTS.title)}
        {...(reading.phase === 'read' && { lead: say(TEXTS.compare) })}
      />
      {unusable ? (
        <UnreadSide {...unusable} />
      ) : reading.phase === 'read' ? (
        <ConfirmDetails reading={reading} emblemReading={emblemReading}>
          {otherWays}
        </ConfirmDetails>
      ) : (
        <UnreadSide side="portrait" reading={reading} />
      )}
      {(unusable || reading.phase !== 'read') && otherWays}
    </Page>
  )
}

/** A side that says of its card that it cannot be used: a foreigner's prints its validity beside the portrait. */
function unusableSide(side: CardSide, reading: Reading): UnreadSideProps | undefined {
  if (reading.phase !== 'unread' || remedyFor(reading.code) !== 'new-card') return undefined
  return { side, reading }
}

/** Has the sides read whose photos were kept on the way and not sent yet. */
function readSides(enrolmentSession: EnrolmentSession): void {
  const enrolment = enrolmentSession.store.get()
  for (const side of CARD_SIDES)
    if (readingOf(enrolment, side).phase === 'none') void enrolmentSession.readCard(side)
}

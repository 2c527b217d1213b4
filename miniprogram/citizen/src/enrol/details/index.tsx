import { back, open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { ERRORS } from '@nansha/shared/errors'
import { PAGES } from '../../pages'
import { enrolmentSession } from '../../services'
import { StepHeader } from '../parts/StepHeader'
import { useTurn } from '../parts/step-navigation'
import { ConfirmDetails } from './ConfirmDetails'
import { TypeDetails } from './TypeDetails'
import { TEXTS } from './texts'

/** Read off the card and confirmed, or typed where it could not be read. */
export default function DetailsPage() {
  const say = useSay()
  const { reading, emblemReading } = useStore(enrolmentSession.store)
  useTurn('details')

  const isRead = reading.phase === 'read'
  const isExpired = emblemReading.phase === 'unread' && emblemReading.code === 'CARD_EXPIRED'
  return (
    <Page key={reading.phase} title={say(TEXTS.title)}>
      <StepHeader step="details" title={say(TEXTS.title)} lead={say(isRead ? TEXTS.compare : TEXTS.lead)} />
      {reading.phase === 'running' && <Spinner label={say(TEXTS.reading)} />}
      {isExpired && <Notice kind="warn" text={say(ERRORS.CARD_EXPIRED)} />}
      {isRead && !isExpired && <ConfirmDetails reading={reading} />}
      {(reading.phase === 'unread' || reading.phase === 'none') && !isExpired && (
        <TypeDetails {...(reading.phase === 'unread' && { fault: reading.code })} />
      )}
      <Button kind="quiet" label={say(TEXTS.counter)} onPress={() => open(PAGES.counter)} />
      <Button kind="quiet" label={say(TEXTS.back)} onPress={() => back(PAGES.home)} />
    </Page>
  )
}

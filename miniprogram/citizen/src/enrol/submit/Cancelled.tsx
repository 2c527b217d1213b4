import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { goHome } from '../../pages'
import { submitOrGoOn } from '../parts/step-navigation'
import { useEnrolment } from '../use-enrolment'
import { TEXTS } from './texts'

export function Cancelled() {
  const say = useSay()
  const { enrolmentSession } = useEnrolment()
  return (
    <StatusScreen kind="info" title={say(TEXTS.cancelled)} text={say(TEXTS.cancelledText)}>
      <Button label={say(TEXTS.send)} onPress={() => submitOrGoOn(enrolmentSession)} />
      <Button kind="secondary" label={say(TEXTS.home)} onPress={goHome} />
    </StatusScreen>
  )
}

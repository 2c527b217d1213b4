import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { goHome } from '../../pages'
import { useEnrolment } from '../use-enrolment'
import { TEXTS } from './texts'

export function Postponed() {
  const say = useSay()
  const { enrolmentSession } = useEnrolment()
  const finish = () => {
    enrolmentSession.discard()
    goHome()
  }
  return (
    <StatusScreen kind="info" title={say(TEXTS.postponed)} text={say(TEXTS.postponedText)}>
      <Button label={say(TEXTS.seeWhen)} onPress={finish} />
    </StatusScreen>
  )
}

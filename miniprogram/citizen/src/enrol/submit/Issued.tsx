import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { goHome } from '../../pages'
import { enrolmentSession, refreshWallet } from '../../services'
import { TEXTS } from './texts'

export function Issued() {
  const say = useSay()
  const finish = () => {
    enrolmentSession.discard()
    void refreshWallet() // the first codes, so that they are there when the network is not
    goHome()
  }
  return (
    <StatusScreen kind="good" title={say(TEXTS.issued)} text={say(TEXTS.issuedText)}>
      <Button label={say(TEXTS.show)} onPress={finish} />
    </StatusScreen>
  )
}

import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { goHome } from '../../pages'
import { useWallet } from '../../wallet/use-wallet'
import { TEXTS } from '../submit/texts'

/** The end of both ways. @param onDone clears the way behind */
export function Issued({ onDone }: { readonly onDone: () => void }) {
  const say = useSay()
  const { refreshWallet } = useWallet()
  const finish = () => {
    onDone()
    void refreshWallet() // the first codes, so that they are there when the network is not
    goHome()
  }
  return (
    <StatusScreen kind="good" title={say(TEXTS.issued)} text={say(TEXTS.issuedText)}>
      <Button label={say(TEXTS.show)} onPress={finish} />
    </StatusScreen>
  )
}

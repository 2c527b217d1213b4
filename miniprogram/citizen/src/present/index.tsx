import { useOnline } from '@nansha/kit/device/use-online'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { useEffect } from 'react'
import { goHome } from '../pages'
import { Unlock } from '../parts/Unlock'
import { useWallet } from '../wallet/use-wallet'
import { ChooseScenario } from './ChooseScenario'
import { CodeStopped } from './CodeStopped'
import { Receipt } from './Receipt'
import { ShowCode } from './ShowCode'
import { formsOf } from './take-code'
import { TEXTS } from './texts'
import { usePresentation } from './use-presentation'

export default function PresentPage() {
  const say = useSay()
  const { wallet } = useWallet()
  const isOnline = useOnline()
  const { phase } = useStore(wallet.store)
  const { state, dispatch, open } = usePresentation()
  const close = () => dispatch({ type: 'close' })

  useEffect(() => {
    if (phase === 'empty') goHome()
  }, [phase])

  return (
    <Page key={state.phase} title={say(TEXTS.title)}>
      {state.phase === 'choosing' && (
        <ChooseScenario
          chosen={state.scenario}
          onChoose={(scenario) => dispatch({ type: 'choose', scenario })}
          onOpen={() => open(formsOf(state.scenario, isOnline))}
        />
      )}
      {state.phase === 'locked' && (
        <Unlock scenario={state.scenario} onUnlocked={() => void open(state.forms)} onBack={close} />
      )}
      {state.phase === 'opening' && <Spinner label={say(TEXTS.opening)} />}
      {state.phase === 'showing' && (
        <ShowCode
          key={state.code.use}
          scenario={state.scenario}
          code={state.code}
          onAnother={(form) => open([form])}
          onEnd={close}
        />
      )}
      {state.phase === 'stopped' && <CodeStopped code={state.reason} onRetry={() => open(state.forms)} />}
      {state.phase === 'received' && (
        <Receipt
          use={state.use}
          receipt={state.receipt}
          another={{ label: say(TEXTS.presentAgain), onPress: close }}
        />
      )}
    </Page>
  )
}

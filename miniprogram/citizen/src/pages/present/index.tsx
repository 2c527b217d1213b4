import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { useEffect } from 'react'
import { goHome } from '../../pages'
import { wallet } from '../../services'
import { ChooseScenario } from './ChooseScenario'
import { CodeStopped } from './CodeStopped'
import { Receipt } from './Receipt'
import { ShowCode } from './ShowCode'
import { TEXTS } from './texts'
import { Unlock } from './Unlock'
import { usePresentation } from './use-presentation'

export default function PresentPage() {
  const say = useSay()
  const { phase } = useStore(wallet.store)
  const { state, dispatch, open } = usePresentation()

  useEffect(() => {
    if (phase === 'empty') goHome()
  }, [phase])

  return (
    <Page key={state.phase} title={say(TEXTS.title)}>
      {state.phase === 'choosing' && (
        <ChooseScenario
          chosen={state.scenario}
          onChoose={(scenario) => dispatch({ type: 'choose', scenario })}
          onOpen={open}
        />
      )}
      {state.phase === 'locked' && (
        <Unlock onUnlocked={() => void open()} onBack={() => dispatch({ type: 'close' })} />
      )}
      {state.phase === 'opening' && <Spinner label={say(TEXTS.opening)} />}
      {state.phase === 'showing' && (
        <ShowCode
          key={state.handle}
          scenario={state.scenario}
          handle={state.handle}
          onAnother={open}
          onEnd={() => dispatch({ type: 'close' })}
        />
      )}
      {state.phase === 'stopped' && <CodeStopped code={state.code} onRetry={open} />}
      {state.phase === 'received' && (
        <Receipt
          handle={state.handle}
          receipt={state.receipt}
          onAnother={() => dispatch({ type: 'close' })}
        />
      )}
    </Page>
  )
}

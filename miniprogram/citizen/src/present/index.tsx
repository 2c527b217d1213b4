import { useOnline } from '@nansha/kit/device/use-online'
import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { ERRORS } from '@nansha/shared/errors'
import { useEffect } from 'react'
import { goHome, PAGES } from '../pages'
import { Unlock } from '../parts/Unlock'
import { useChildren } from '../wallet/use-children'
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
  const { child: asked } = useQuery()
  const { shown } = useStore(useChildren().store)
  const child = shown.find(({ place }) => String(place) === asked)
  const { state, dispatch, open } = usePresentation(asked !== undefined)
  const close = () => dispatch({ type: 'close' })

  useEffect(() => {
    if (phase === 'empty' || phase === 'lost') goHome()
  }, [phase])

  // When the child's card is gone, the holder's own identity is not shown in its place.
  if (asked !== undefined && !child)
    return (
      <Page key="gone" title={say(TEXTS.title)}>
        <Notice kind="warn" text={say(ERRORS.CHILD_CARD_NONE)} />
        <BackLink home={PAGES.home} />
      </Page>
    )
  return (
    <Page key={state.phase} title={say(TEXTS.title)}>
      {state.phase === 'choosing' && (
        <ChooseScenario
          chosen={state.scenario}
          child={child}
          onChoose={(scenario) => dispatch({ type: 'choose', scenario })}
          onOpen={() => open(child ? ['ticket'] : formsOf(state.scenario, isOnline))}
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
          child={child}
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

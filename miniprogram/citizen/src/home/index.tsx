import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { COMMON } from '@nansha/kit/texts/common'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { useDidShow } from '@tarojs/taro'
import { useTabBar } from '../parts/use-tab-bar'
import { useWallet } from '../wallet/use-wallet'
import { HeldHome } from './HeldHome'
import { TEXTS } from './texts'
import { Waiting } from './Waiting'
import { Welcome } from './Welcome'

export default function HomePage() {
  const say = useSay()
  const { refreshWallet, wallet } = useWallet()
  useTabBar()
  const state = useStore(wallet.store)

  useDidShow(() => {
    const { phase } = wallet.store.get()
    if (phase === 'held') void refreshWallet()
    if (phase === 'lost') void wallet.load()
  })

  return (
    <Page title={say(TEXTS.brand)}>
      {state.phase === 'loading' && <Spinner label={say(COMMON.opening)} />}
      {(state.phase === 'empty' || state.phase === 'lost') && <Welcome isLost={state.phase === 'lost'} />}
      {state.phase === 'postponed' && <Waiting postponed={state.postponed} />}
      {state.phase === 'held' && <HeldHome state={state} />}
    </Page>
  )
}

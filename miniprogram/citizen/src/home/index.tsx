import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { useDidShow } from '@tarojs/taro'
import { useWallet } from '../wallet/use-wallet'
import { HeldHome } from './HeldHome'
import { TEXTS } from './texts'
import { Waiting } from './Waiting'
import { Welcome } from './Welcome'

export default function HomePage() {
  const say = useSay()
  const { refreshWallet, wallet } = useWallet()
  const state = useStore(wallet.store)

  useDidShow(() => {
    if (wallet.store.get().phase === 'held') void refreshWallet()
  })

  return (
    <Page title={say(TEXTS.brand)}>
      {state.phase === 'loading' && <Spinner label={say(TEXTS.loading)} />}
      {state.phase === 'empty' && <Welcome />}
      {state.phase === 'postponed' && <Waiting readyAt={state.postponed.readyAt} />}
      {state.phase === 'held' && <HeldHome state={state} />}
    </Page>
  )
}

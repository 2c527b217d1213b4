import { replace } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { isRequestLink } from '@nansha/shared/openid4vp/request-link'
import { useEffect } from 'react'
import { goHome, PAGES } from '../../pages'
import { Unlock } from '../../parts/Unlock'
import { Receipt } from '../../present/Receipt'
import { useWallet } from '../../wallet/use-wallet'
import { TEXTS } from '../texts'
import { useDeskAnswer } from '../use-desk-answer'
import { AskApproval } from './AskApproval'
import { Declined, Lapsed, Waiting } from './Outcomes'
import { ScanDesk } from './ScanDesk'
import { Stopped } from './Stopped'

/** Counter and bank: the citizen scans the desk's code, sees who asks for what, and decides (docs/protocol.md §7). */
export default function AnswerDeskPage() {
  const say = useSay()
  const { wallet } = useWallet()
  const { phase } = useStore(wallet.store)
  const { state, dispatch, scan, type, approve } = useDeskAnswer()
  const onCode = (text: string) => {
    if (isRequestLink(text)) replace(`${PAGES.online}?q=${encodeURIComponent(text)}`)
    else void scan(text)
  }
  const decline = () => dispatch({ type: 'decline' })
  const rescan = () => dispatch({ type: 'rescan' })
  const another = { label: say(TEXTS.scanAgain), onPress: rescan }

  useEffect(() => {
    if (phase === 'empty' || phase === 'lost') goHome()
  }, [phase])

  return (
    <Page key={state.phase} title={say(TEXTS.title)}>
      {state.phase === 'scanning' && <ScanDesk onCode={onCode} onDigits={(digits) => void type(digits)} />}
      {state.phase === 'reading' && <Spinner label={say(TEXTS.reading)} />}
      {state.phase === 'asked' && (
        <AskApproval
          desk={state.desk}
          onApprove={() => void approve()}
          onDecline={decline}
          onExpired={() => dispatch({ type: 'failed', reason: 'DESK_CODE_EXPIRED' })}
        />
      )}
      {state.phase === 'locked' && (
        <Unlock scenario={state.desk.code.scenario} onUnlocked={() => void approve()} onBack={decline} />
      )}
      {state.phase === 'sending' && <Spinner label={say(TEXTS.sending)} />}
      {state.phase === 'waiting' && <Waiting desk={say(state.desk.code.name)} />}
      {state.phase === 'lapsed' && <Lapsed onRescan={rescan} />}
      {state.phase === 'declined' && <Declined onRescan={rescan} />}
      {state.phase === 'received' && <Receipt use={state.use} receipt={state.receipt} another={another} />}
      {state.phase === 'stopped' && <Stopped reason={state.reason} onRescan={rescan} />}
    </Page>
  )
}

import { open, replace } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { isRequestLink } from '@nansha/shared/openid4vp/request-link'
import { useEffect } from 'react'
import { goHome, PAGES } from '../../pages'
import { Unlock } from '../../parts/Unlock'
import { Receipt } from '../../present/Receipt'
import { useWallet } from '../../wallet/use-wallet'
import { TEXTS } from '../texts'
import { useDeskAnswer } from '../use-desk-answer'
import { AskApproval } from './AskApproval'
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
      {state.phase === 'waiting' && (
        <StatusScreen
          kind="info"
          title={say(TEXTS.waitingTitle)}
          text={say(TEXTS.waitingText, { name: say(state.desk.code.name) })}
        >
          <Spinner label={say(TEXTS.waiting)} />
          <Button kind="quiet" label={say(TEXTS.home)} onPress={goHome} />
        </StatusScreen>
      )}
      {state.phase === 'lapsed' && (
        <StatusScreen kind="warn" title={say(TEXTS.lapsedTitle)} text={say(TEXTS.lapsedText)}>
          <Button label={another.label} onPress={rescan} />
          <Button kind="secondary" label={say(TEXTS.history)} onPress={() => open(PAGES.history)} />
          <Button kind="quiet" label={say(TEXTS.home)} onPress={goHome} />
        </StatusScreen>
      )}
      {state.phase === 'declined' && (
        <StatusScreen kind="info" title={say(TEXTS.declinedTitle)} text={say(TEXTS.declinedText)}>
          <Button label={say(TEXTS.home)} onPress={goHome} />
          <Button kind="secondary" label={another.label} onPress={rescan} />
        </StatusScreen>
      )}
      {state.phase === 'received' && <Receipt use={state.use} receipt={state.receipt} another={another} />}
      {state.phase === 'stopped' && <Stopped reason={state.reason} onRescan={rescan} />}
    </Page>
  )
}

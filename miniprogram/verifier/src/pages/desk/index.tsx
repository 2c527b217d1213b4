import { useSay } from '@nansha/kit/i18n/language'
import { LanguageSwitch } from '@nansha/kit/ui/LanguageSwitch/LanguageSwitch'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { Desk } from '../../desk/Desk'
import { OfflineDesk } from '../../desk/OfflineDesk'
import { SessionFailed } from '../../desk/SessionFailed'
import { useSession } from '../../desk/use-session'
import { WaitingReports } from '../../desk/WaitingReports'
import { TEXTS } from '../../texts'
import { TrustAge } from '../../trust/TrustAge'
import { DeskPage } from '../../warnings/DeskPage'

export default function StartPage() {
  const say = useSay()
  const [state, askAgain] = useSession()
  const works = state.at === 'open' || state.at === 'offline'
  return (
    <DeskPage title={say(TEXTS.appName)}>
      {state.at === 'loading' && <Spinner label={say(TEXTS.loading)} />}
      {state.at === 'failed' && <SessionFailed code={state.code} onRetry={askAgain} />}
      {state.at === 'open' && <Desk session={state.session} endsSoon={state.endsSoon} />}
      {state.at === 'offline' && <OfflineDesk licence={state.licence} onRetry={askAgain} />}
      {works && <TrustAge />}
      {works && <WaitingReports />}
      <LanguageSwitch />
    </DeskPage>
  )
}

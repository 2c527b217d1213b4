import { useSay } from '@nansha/kit/i18n/language'
import { LanguageSwitch } from '@nansha/kit/ui/LanguageSwitch/LanguageSwitch'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { UpdateReady } from '@nansha/kit/ui/UpdateReady/UpdateReady'
import { TrustAge } from '../parts/TrustAge'
import { TEXTS } from '../texts'
import { DeskPage } from '../warnings/DeskPage'
import { Desk } from './Desk'
import { OfflineDesk } from './OfflineDesk'
import { SessionFailed } from './SessionFailed'
import { useSession } from './use-session'
import { WaitingReports } from './WaitingReports'

export default function StartPage() {
  const say = useSay()
  const [state, askAgain] = useSession()
  const works = state.at === 'open' || state.at === 'offline'
  return (
    <DeskPage title={say(TEXTS.appName)}>
      {state.at === 'loading' && <Spinner label={say(TEXTS.loading)} />}
      {state.at === 'failed' && <SessionFailed code={state.code} onRetry={askAgain} />}
      {state.at === 'open' && <Desk session={state.session} endsSoon={state.endsSoon} />}
      {state.at === 'offline' && <OfflineDesk licence={state.licence} code={state.code} onRetry={askAgain} />}
      {works && <TrustAge />}
      {works && <WaitingReports />}
      <UpdateReady />
      <LanguageSwitch />
    </DeskPage>
  )
}

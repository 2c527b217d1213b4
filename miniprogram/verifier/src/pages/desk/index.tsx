import { useSay } from '@nansha/kit/i18n/language'
import { LanguageSwitch } from '@nansha/kit/ui/LanguageSwitch/LanguageSwitch'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { Desk } from '../../desk/Desk'
import { SessionFailed } from '../../desk/SessionFailed'
import { useSession } from '../../desk/use-session'
import { TEXTS } from '../../texts'

export default function DeskPage() {
  const say = useSay()
  const [state, askAgain] = useSession()
  return (
    <Page title={say(TEXTS.appName)}>
      {state.at === 'loading' && <Spinner label={say(TEXTS.loading)} />}
      {state.at === 'failed' && <SessionFailed code={state.code} onRetry={askAgain} />}
      {state.at === 'open' && <Desk session={state.session} endsSoon={state.endsSoon} />}
      <LanguageSwitch />
    </Page>
  )
}

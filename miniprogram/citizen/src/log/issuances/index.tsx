import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { ErrorCode } from '@nansha/shared/errors'
import { useDidShow } from '@tarojs/taro'
import { PAGES } from '../../pages'
import { holderReason } from '../../parts/holder-reason'
import { TEXTS } from '../texts'
import { LogAlarm } from './LogAlarm'
import { LogList } from './LogList'
import { useIssuances } from './use-issuances'

/** Every credential ever issued on the holder's number, checked on this phone (docs/protocol.md §12). */
export default function IssuancesPage() {
  const say = useSay()
  const { state, reload, know } = useIssuances()
  const look = () => void reload()
  useDidShow(look)

  return (
    <Page key={state.phase} title={say(TEXTS.title)}>
      {state.phase === 'alarm' ? (
        <LogAlarm alarm={state} onAgain={look} />
      ) : (
        <>
          <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
          {state.phase === 'loading' && <Spinner label={say(TEXTS.loading)} />}
          {state.phase === 'failed' && (
            <>
              <Notice kind="warn" text={say(reasonOf(state.reason))} />
              <Button label={say(COMMON.retry)} onPress={look} />
            </>
          )}
          {state.phase === 'loaded' && <LogList read={state.read} onKnown={know} onReadOlder={look} />}
          <BackLink home={PAGES.home} />
        </>
      )}
    </Page>
  )
}

function reasonOf(code: ErrorCode) {
  if (code === 'SERVICE_UNAVAILABLE') return TEXTS.notYet
  return code === 'LOG_INVALID' ? TEXTS.uncheckable : holderReason(code)
}

import { back } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { ERRORS } from '@nansha/shared/errors'
import { useDidShow } from '@tarojs/taro'
import { PAGES } from '../pages'
import { PortalEntry } from '../parts/PortalEntry'
import { UseEntry } from '../parts/UseEntry'
import { TEXTS } from './texts'
import { useHistory } from './use-history'

export default function HistoryPage() {
  const say = useSay()
  const { history, reload } = useHistory()
  useDidShow(reload)

  return (
    <Page title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      {history.phase === 'loading' && <Spinner label={say(TEXTS.loading)} />}
      {history.phase === 'failed' && (
        <>
          <Notice kind="warn" text={say(ERRORS[history.code])} />
          <Button label={say(COMMON.retry)} onPress={reload} />
        </>
      )}
      {history.phase === 'loaded' && history.entries.length === 0 && (
        <Notice kind="info" text={say(TEXTS.empty)} />
      )}
      {history.phase === 'loaded' &&
        history.entries.map((entry) =>
          'use' in entry ? (
            <UseEntry key={entry.use.id} entry={entry.use} onDisputed={reload} />
          ) : (
            <PortalEntry key={`${entry.at} ${entry.portal.domain}`} receipt={entry.portal} />
          ),
        )}
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.home)} />
    </Page>
  )
}

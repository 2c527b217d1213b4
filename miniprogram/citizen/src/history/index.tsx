import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { ERRORS } from '@nansha/shared/errors'
import { useDidShow } from '@tarojs/taro'
import { PAGES } from '../pages'
import { useTabBar } from '../parts/use-tab-bar'
import { HistoryList } from './HistoryList'
import { TEXTS } from './texts'
import { useHistory } from './use-history'

export default function HistoryPage() {
  const say = useSay()
  const { history, reload, loadOlder } = useHistory()
  useTabBar()
  useDidShow(() => void reload())

  return (
    <Page title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      {history.phase === 'loading' && <Spinner label={say(TEXTS.loading)} />}
      {history.phase === 'failed' && (
        <>
          <Notice kind="warn" text={say(ERRORS[history.code])} />
          <Button label={say(COMMON.retry)} onPress={() => void reload()} />
        </>
      )}
      {history.phase === 'loaded' && (
        <HistoryList
          entries={history.entries}
          older={history.older}
          onOlder={(all) => void loadOlder(all)}
          onDisputed={() => void reload()}
        />
      )}
      <BackLink home={PAGES.home} />
    </Page>
  )
}

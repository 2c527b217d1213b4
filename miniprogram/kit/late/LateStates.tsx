import { View } from '@tarojs/components'
import { useSay } from '../i18n/language'
import { COMMON } from '../texts/common'
import { Button } from '../ui/Button/Button'
import { PageFrame } from '../ui/Page/PageFrame'
import { Spinner } from '../ui/Spinner/Spinner'
import { StatusScreen } from '../ui/StatusScreen/StatusScreen'
import './late-states.scss'

const TEXTS = {
  notLoaded: { zh: '页面没有下载下来', en: 'This page was not downloaded' },
  checkNetwork: { zh: '请检查网络，然后重试。', en: 'Check your network, then try again.' },
  defect: { zh: '小程序出现故障', en: 'The app has run into a fault' },
  reopen: {
    zh: '请更新微信并重新打开；仍不行，请拨打12345反映。',
    en: 'Update WeChat and reopen it; if that does not help, call 12345 and report it.',
  },
} as const

/** A page that is being fetched. Its words appear when that takes longer than a moment, so that nothing flickers. */
export function Opening() {
  const say = useSay()
  return (
    <PageFrame>
      <View className="kit-late">
        <Spinner label={say(COMMON.opening)} />
      </View>
    </PageFrame>
  )
}

/** The words stand here: those of all errors are in a package that did not load. */
export function Defect() {
  const say = useSay()
  return (
    <PageFrame>
      <StatusScreen kind="bad" title={say(TEXTS.defect)} text={say(TEXTS.reopen)} />
    </PageFrame>
  )
}

export function NotLoaded({ onRetry }: { readonly onRetry: () => void }) {
  const say = useSay()
  return (
    <PageFrame>
      <StatusScreen kind="again" title={say(TEXTS.notLoaded)} text={say(TEXTS.checkNetwork)}>
        <Button kind="primary" label={say(COMMON.retry)} onPress={onRetry} />
      </StatusScreen>
    </PageFrame>
  )
}

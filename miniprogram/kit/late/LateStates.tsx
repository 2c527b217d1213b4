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
  whatToDo: { zh: '请检查网络，然后重试。', en: 'Check your network, then try again.' },
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

export function NotLoaded({ onRetry }: { readonly onRetry: () => void }) {
  const say = useSay()
  return (
    <PageFrame>
      <StatusScreen kind="again" title={say(TEXTS.notLoaded)} text={say(TEXTS.whatToDo)}>
        <Button kind="primary" label={say(COMMON.retry)} onPress={onRetry} />
      </StatusScreen>
    </PageFrame>
  )
}

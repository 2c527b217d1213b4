import { useSay } from '../../i18n/language'
import { StatusScreen } from '../StatusScreen/StatusScreen'

const TITLE = { zh: '请更新微信', en: 'Update WeChat' } as const
const TEXT = {
  zh: '您的微信版本过旧，不能安全保存证件。请在应用商店更新微信，再重新打开本小程序。',
  en: 'This version of WeChat is too old to store an ID securely. Update WeChat in the app store, then open this mini-program again.',
} as const

/** All that a page shows on a platform that is too old. */
export function TooOld() {
  const say = useSay()
  return <StatusScreen kind="warn" title={say(TITLE)} text={say(TEXT)} />
}

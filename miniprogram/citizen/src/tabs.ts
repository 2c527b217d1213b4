import type { Text } from '@nansha/kit/i18n/fill-text'

interface Tab {
  /** As in the app's `pages`. */
  readonly page: string
  /** Of the kit's drawings (kit/ui/Icon/icon.scss). */
  readonly icon: string
  readonly text: Text
}

/** The three places that a holder goes to again and again, each with a tab of the platform's bar. */
export const TABS: readonly Tab[] = [
  { page: 'home/index', icon: 'document', text: { zh: '证件', en: 'ID' } },
  { page: 'history/index', icon: 'history', text: { zh: '记录', en: 'History' } },
  { page: 'settings/index', icon: 'settings', text: { zh: '设置', en: 'Settings' } },
]

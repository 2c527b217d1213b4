import { setTabBar } from '@nansha/kit/device/tab-bar'
import { useSay } from '@nansha/kit/i18n/language'
import { useElder } from '@nansha/kit/ui/elder'
import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { TABS } from '../tabs'

/**
 * For the pages that have a tab: its words are in the language of the person. In senior mode there is no bar, because the
 * platform draws its words in one small size (docs/decisions/307); the tiles of the first page lead to the same places.
 */
export function useTabBar(): void {
  const say = useSay()
  const { isElder } = useElder()
  const apply = () => setTabBar(isElder ? 'hidden' : TABS.map(({ text }) => say(text)))
  useDidShow(apply)
  useEffect(apply, [say, isElder])
}

import { useNow } from '@nansha/kit/device/clock'
import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Page } from '@nansha/kit/ui/Page/Page'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { TEXTS } from '../texts'
import type { Comparable } from './check'
import { Disclosed } from './Disclosed'
import './accepted-view.scss'

/** How long the green stays before the desk is ready for the next guest by itself. */
const STAYS_MS = 8000

/** The whole screen green; goes on by itself. */
export function AcceptedView({ use, onNext }: { readonly use: Comparable; readonly onNext: () => void }) {
  const say = useSay()
  const now = useNow(250)
  const [until] = useState(() => now + STAYS_MS)
  const seconds = Math.ceil((until - now) / 1000)
  const over = seconds <= 0

  useEffect(() => {
    if (over) onNext()
  }, [over, onNext])

  return (
    <Page title={say(TEXTS.check)} tone="good">
      <View className="accepted-view__message" {...a11y({ role: 'alert' })}>
        <View className="accepted-view__mark" {...a11y({ hidden: true })}>
          ✓
        </View>
        <View className="accepted-view__title">{say(TEXTS.accepted)}</View>
      </View>
      <Disclosed use={use} />
      <Button label={`${say(TEXTS.nextGuest)} · ${Math.max(0, seconds)}`} onPress={onNext} />
    </Page>
  )
}

import { signal } from '@nansha/kit/device/feedback'
import { formatTime } from '@nansha/kit/i18n/format-time'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { TEXTS } from './texts'
import type { Warning } from './watch'
import './warning-screen.scss'

/** It sounds until the warning was read. */
const ALARM_EVERY_MS = 4000

const LOOKS = {
  disputed: { title: TEXTS.disputed, text: TEXTS.disputedText, mark: '!' },
  double: { title: TEXTS.double, text: TEXTS.doubleText, mark: '×2' },
} as const

/** Covers the page of the desk, whose work goes on beneath. */
export function WarningScreen(props: { readonly warning: Warning; readonly onRead: () => void }) {
  const say = useSay()
  const { id, kind, at, scenario } = props.warning
  const { title, text, mark } = LOOKS[kind]

  useEffect(() => {
    signal('alarm')
    const timer = setInterval(() => signal('alarm'), ALARM_EVERY_MS)
    return () => clearInterval(timer)
  }, [id])

  const values = { time: formatTime(at), scenario: say(SCENARIOS[scenario].title) }
  return (
    <View className="warning-screen kit-page--bad">
      <StatusScreen kind="bad" mark={mark} title={say(title)} text={say(text, values)}>
        <Button label={say(TEXTS.understood)} onPress={props.onRead} />
      </StatusScreen>
    </View>
  )
}

import { signal } from '@nansha/kit/device/feedback'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Mark } from '@nansha/kit/ui/Mark/Mark'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { TEXTS } from './texts'
import type { Warning } from './watch'
import './warning-screen.scss'

/** It sounds until the warning was read. */
const ALARM_EVERY_MS = 4000

const DO_NOW = { disputed: TEXTS.disputedText, double: TEXTS.doubleText } as const

export interface WarningScreenProps {
  readonly warning: Warning
  readonly onRead: () => void
  /** Opened from the history, where no alarm has to sound. */
  readonly isSilent?: boolean
}

/** Lies over whatever the desk is doing, which goes on beneath: whom it is about, where it was, and what to do now. */
export function WarningScreen({ warning, onRead, isSilent = false }: WarningScreenProps) {
  const say = useSay()
  const { moment } = useTimes()
  const { id, kind, at, scenario, staff, name, portrait } = warning
  const [isPortraitBroken, setPortraitBroken] = useState(false)

  useEffect(() => {
    if (isSilent) return
    signal('alarm')
    const timer = setInterval(() => signal('alarm'), ALARM_EVERY_MS)
    return () => clearInterval(timer)
  }, [id, isSilent])

  const where = [say(SCENARIOS[scenario].title), staff, moment(at)]
  return (
    <View className="warning-screen kit-page--bad">
      <View className="warning-screen__message" {...a11y({ role: 'alert' })}>
        <View className="warning-screen__title" {...a11y({ role: 'heading' })}>
          <Mark shape="stop" size="small" />
          <View>{say(TEXTS[kind])}</View>
        </View>
        {portrait !== undefined && !isPortraitBroken && (
          <View {...a11y({ role: 'img', label: say(TEXTS.portrait) })}>
            <Image
              className="warning-screen__portrait"
              src={`data:image/webp;base64,${portrait}`}
              mode="aspectFit"
              webp
              nativeProps={{ alt: '' }}
              onError={() => setPortraitBroken(true)}
            />
          </View>
        )}
        {name !== undefined && <View className="warning-screen__name">{say(TEXTS.shownAs, { name })}</View>}
        <View className="warning-screen__where">{where.filter(Boolean).join(' · ')}</View>
        <View className="warning-screen__text">{say(DO_NOW[kind])}</View>
      </View>
      <Actions>
        <Button label={say(TEXTS.understood)} onPress={onRead} />
      </Actions>
    </View>
  )
}

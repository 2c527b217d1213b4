import { useSay } from '@nansha/kit/i18n/language'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { View } from '@tarojs/components'
import { PAGES } from '../../pages'
import { ALARM_TEXTS } from '../texts'
import { FreezeNow } from './FreezeNow'
import type { LoadedIssuances } from './use-issuances'
import './log-alarm.scss'

export interface LogAlarmProps {
  readonly alarm: Extract<LoadedIssuances, { phase: 'alarm' }>
  readonly onAgain: () => void
}

/** The log contradicts itself or what this phone kept: says so plainly, what to do, and shows the evidence. */
export function LogAlarm({ alarm: { check, kept, published }, onAgain }: LogAlarmProps) {
  const say = useSay()
  return (
    <StatusScreen kind="bad" title={say(ALARM_TEXTS.title)} text={say(ALARM_TEXTS.why[check])}>
      <Notice kind="bad" text={say(ALARM_TEXTS.todo)} />
      <View className="log-alarm">
        <View>{kept ? say(ALARM_TEXTS.kept, { ...kept }) : say(ALARM_TEXTS.none)}</View>
        <View>{say(ALARM_TEXTS.now, { ...published })}</View>
      </View>
      <FreezeNow />
      <Button kind="secondary" label={say(ALARM_TEXTS.again)} onPress={onAgain} />
      <BackLink home={PAGES.home} />
    </StatusScreen>
  )
}

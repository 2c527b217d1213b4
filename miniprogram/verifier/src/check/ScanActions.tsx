import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { View } from '@tarojs/components'
import { TEXTS } from '../texts'

/** The lamp beside the camera; `none` where the camera has none. */
export type Light = 'none' | 'off' | 'on'

export interface ScanActionsProps {
  readonly light: Light
  readonly onLight: (light: Light) => void
  readonly onScanAnotherWay: () => void
  /** Absent where a desk may not ask the person for digits. */
  readonly onSpeak: (() => void) | undefined
  readonly onLeave: () => void
}

/** What a clerk can do below the camera. */
export function ScanActions({ light, onLight, onScanAnotherWay, onSpeak, onLeave }: ScanActionsProps) {
  const say = useSay()
  return (
    <View className="scan-view__actions">
      {light !== 'none' && (
        <Button
          kind="secondary"
          label={say(light === 'on' ? TEXTS.lightOff : TEXTS.lightOn)}
          onPress={() => onLight(light === 'on' ? 'off' : 'on')}
        />
      )}
      <Button kind="secondary" label={say(TEXTS.scanOtherWay)} onPress={onScanAnotherWay} />
      {onSpeak && <Button kind="secondary" label={say(TEXTS.speak)} onPress={onSpeak} />}
      <Button kind="secondary" label={say(COMMON.back)} onPress={onLeave} />
    </View>
  )
}

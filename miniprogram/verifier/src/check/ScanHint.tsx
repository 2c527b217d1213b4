import type { CameraState } from '@nansha/kit/camera/camera-state'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { View } from '@tarojs/components'
import { TEXTS } from '../texts'
import { ReadingHint } from './pass/ReadingHint'
import type { ScanStep } from './scan-step'

export interface ScanHintProps {
  readonly camera: CameraState
  readonly step: ScanStep
  /** The phone of the last person is still in view. */
  readonly isHeld: boolean
  /** Codes are in view, and none is a holder's. */
  readonly isForeign: boolean
  readonly onScanSame: () => void
  readonly onGoOnWithoutPortrait: () => void
}

/** The one thing the clerk needs to know below the picture. */
export function ScanHint({
  camera,
  step,
  isHeld,
  isForeign,
  onScanSame,
  onGoOnWithoutPortrait,
}: ScanHintProps) {
  const say = useSay()
  if (step === 'checking') return <Spinner label={say(TEXTS.checking)} />
  if (step !== 'scanning') return <ReadingHint missing={step} onGoOn={onGoOnWithoutPortrait} />
  if (camera === 'starting') return <Spinner label={say(TEXTS.cameraStarting)} />
  if (!isHeld) return <View className="scan-view__hint">{say(isForeign ? TEXTS.foreign : TEXTS.aim)}</View>
  return (
    <View className="scan-view__hint">
      {say(TEXTS.held)}
      <Button kind="secondary" label={say(TEXTS.scanSame)} onPress={onScanSame} />
    </View>
  )
}

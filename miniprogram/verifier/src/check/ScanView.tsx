import type { CameraState } from '@nansha/kit/camera/camera-state'
import { useOnline } from '@nansha/kit/device/use-online'
import { useSay } from '@nansha/kit/i18n/language'
import type { CodeGate } from '@nansha/kit/scanner/code-gate'
import { Scanner } from '@nansha/kit/scanner/Scanner'
import { scanOnce } from '@nansha/kit/scanner/scan-once'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { TEXTS } from '../texts'
import { CameraProblem } from './CameraProblem'
import { ScanHint } from './ScanHint'
import { useHeld } from './use-held'
import './scan-view.scss'

export interface ScanViewProps {
  readonly scenario: ScenarioName
  readonly gate: CodeGate
  /** A code was read and the cloud is asked; the camera goes on underneath. */
  readonly checking: boolean
  readonly onCode: (text: string) => void
  readonly onLeave: () => void
}

export function ScanView({ scenario, gate, checking, onCode, onLeave }: ScanViewProps) {
  const say = useSay()
  const online = useOnline()
  const [camera, setCamera] = useState<CameraState>('starting')
  const [attempt, setAttempt] = useState(0)
  const { held, onHeld, forget } = useHeld()

  async function scanAnotherWay() {
    const text = await scanOnce()
    if (text !== undefined) onCode(text)
  }

  function scanSame() {
    gate.release()
    forget()
  }

  if (camera === 'denied' || camera === 'unavailable') {
    const retry = () => {
      setCamera('starting')
      setAttempt((count) => count + 1)
    }
    return (
      <Page title={say(TEXTS.check)}>
        <CameraProblem state={camera} onRetry={retry} onScanAnotherWay={scanAnotherWay} onLeave={onLeave} />
      </Page>
    )
  }

  return (
    <Page title={say(TEXTS.check)} tone="camera">
      <Heading title={say(SCENARIOS[scenario].title)} />
      {!online && <Notice kind="warn" text={say(TEXTS.noNetwork)} />}
      <View className="scan-view__camera">
        <Scanner key={attempt} gate={gate} onCode={onCode} onHeld={onHeld} onState={setCamera} />
        <View className="scan-view__frame" />
      </View>
      <ScanHint camera={camera} checking={checking} held={held} onScanSame={scanSame} />
      <View className="scan-view__actions">
        <Button kind="secondary" label={say(TEXTS.scanOtherWay)} onPress={scanAnotherWay} />
        <Button kind="secondary" label={say(TEXTS.leave)} onPress={onLeave} />
      </View>
    </Page>
  )
}

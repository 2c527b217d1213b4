import type { CameraState } from '@nansha/kit/camera/camera-state'
import { useOnline } from '@nansha/kit/device/use-online'
import { useSay } from '@nansha/kit/i18n/language'
import type { CodeGate } from '@nansha/kit/scanner/code-gate'
import { Scanner } from '@nansha/kit/scanner/Scanner'
import { scanOnce } from '@nansha/kit/scanner/scan-once'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { isPassScenario, SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { type Dispatch, useState } from 'react'
import { TrustAge } from '../parts/TrustAge'
import { TEXTS } from '../texts'
import { DeskPage } from '../warnings/DeskPage'
import { CameraProblem } from './CameraProblem'
import type { CheckEvent } from './check'
import { ScanHint } from './ScanHint'
import type { ScanStep } from './scan-step'
import { useHeld } from './use-held'
import './scan-view.scss'

export interface ScanViewProps {
  readonly scenario: ScenarioName
  readonly gate: CodeGate
  /** While a code is checked or the rest of a pass is read, the camera goes on underneath. */
  readonly step: ScanStep
  readonly dispatch: Dispatch<CheckEvent>
  readonly onLeave: () => void
}

export function ScanView({ scenario, gate, step, dispatch, onLeave }: ScanViewProps) {
  const say = useSay()
  const online = useOnline()
  const [camera, setCamera] = useState<CameraState>('starting')
  const [attempt, setAttempt] = useState(0)
  const { held, onHeld, forget } = useHeld()

  const onCode = (text: string) => dispatch({ type: 'scanned', text })

  async function scanAnotherWay() {
    const text = await scanOnce()
    if (text === undefined) return
    // The other picture of a pass belongs to the one before.
    dispatch({ type: step === 'scanning' ? 'scanned' : 'seen', text })
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
      <DeskPage title={say(TEXTS.check)}>
        <CameraProblem state={camera} onRetry={retry} onScanAnotherWay={scanAnotherWay} onLeave={onLeave} />
      </DeskPage>
    )
  }

  return (
    <DeskPage title={say(TEXTS.check)} tone="camera">
      <Heading title={say(SCENARIOS[scenario].title)} />
      {!online && (
        <Notice kind="warn" text={say(isPassScenario(scenario) ? TEXTS.offlineGate : TEXTS.noNetwork)} />
      )}
      <View className="scan-view__camera">
        <Scanner
          key={attempt}
          gate={gate}
          onCode={onCode}
          onHeld={(text) => {
            onHeld()
            dispatch({ type: 'seen', text })
          }}
          onState={setCamera}
        />
        <View className="scan-view__frame" />
      </View>
      <ScanHint
        camera={camera}
        step={step}
        held={held}
        onScanSame={scanSame}
        onGoOnWithoutPortrait={() => dispatch({ type: 'go-on-without-portrait' })}
      />
      <TrustAge />
      <View className="scan-view__actions">
        <Button kind="secondary" label={say(TEXTS.scanOtherWay)} onPress={scanAnotherWay} />
        <Button kind="secondary" label={say(COMMON.back)} onPress={onLeave} />
      </View>
    </DeskPage>
  )
}

import { type CameraState, isCameraFault } from '@nansha/kit/camera/camera-state'
import { useOnline } from '@nansha/kit/device/use-online'
import { useSay } from '@nansha/kit/i18n/language'
import type { CodeGate } from '@nansha/kit/scanner/code-gate'
import { Scanner } from '@nansha/kit/scanner/Scanner'
import { scanOnce } from '@nansha/kit/scanner/scan-once'
import { useSeenLately } from '@nansha/kit/scanner/use-seen-lately'
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
import { isHolderCode } from './holder-code'
import { ScanHint } from './ScanHint'
import type { ScanStep } from './scan-step'
import './scan-view.scss'

export interface ScanViewProps {
  readonly scenario: ScenarioName
  readonly gate: CodeGate
  /** While a code is checked or the rest of a pass is read, the camera goes on underneath. */
  readonly step: ScanStep
  readonly dispatch: Dispatch<CheckEvent>
  /** The person can show no code: eight digits are read out instead. */
  readonly onSpeak: () => void
  readonly onLeave: () => void
}

export function ScanView({ scenario, gate, step, dispatch, onSpeak, onLeave }: ScanViewProps) {
  const say = useSay()
  const online = useOnline()
  const [camera, setCamera] = useState<CameraState>('starting')
  const [attempt, setAttempt] = useState(0)
  const [isNothingFound, setNothingFound] = useState(false)
  const [light, setLight] = useState<'none' | 'off' | 'on'>('none')
  const held = useSeenLately()
  const foreign = useSeenLately()

  const onCode = (text: string) => {
    setNothingFound(false)
    dispatch({ type: 'scanned', text })
  }

  async function scanAnotherWay() {
    const scanned = await scanOnce(isHolderCode)
    setNothingFound(scanned.state === 'none')
    if (scanned.state !== 'code') return
    // The other picture of a pass belongs to the one before.
    dispatch({ type: step === 'scanning' ? 'scanned' : 'seen', text: scanned.text })
  }

  function scanSame() {
    gate.release()
    held.forget()
  }

  const speak = SCENARIOS[scenario].deskMayAsk ? onSpeak : undefined

  if (isCameraFault(camera)) {
    const retry = () => {
      setCamera('starting')
      setAttempt((count) => count + 1)
    }
    return (
      <DeskPage title={say(TEXTS.check)}>
        {isNothingFound && <Notice kind="warn" text={say(TEXTS.nothingFound)} />}
        <CameraProblem
          state={camera}
          onRetry={retry}
          onScanAnotherWay={scanAnotherWay}
          onSpeak={speak}
          onLeave={onLeave}
        />
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
          isOurs={isHolderCode}
          onCode={onCode}
          onHeld={(text) => {
            held.onSeen()
            dispatch({ type: 'seen', text })
          }}
          onForeign={foreign.onSeen}
          onState={setCamera}
          isLit={light === 'on'}
          onLight={(hasLight) => setLight(hasLight ? 'off' : 'none')}
        />
        <View className="scan-view__frame" />
      </View>
      <ScanHint
        camera={camera}
        step={step}
        isHeld={held.isSeen}
        isForeign={foreign.isSeen}
        onScanSame={scanSame}
        onGoOnWithoutPortrait={() => dispatch({ type: 'go-on-without-portrait' })}
      />
      {isNothingFound && <Notice kind="warn" text={say(TEXTS.nothingFound)} />}
      <TrustAge />
      <View className="scan-view__actions">
        {light !== 'none' && (
          <Button
            kind="secondary"
            label={say(light === 'on' ? TEXTS.lightOff : TEXTS.lightOn)}
            onPress={() => setLight(light === 'on' ? 'off' : 'on')}
          />
        )}
        <Button kind="secondary" label={say(TEXTS.scanOtherWay)} onPress={scanAnotherWay} />
        {speak && <Button kind="secondary" label={say(TEXTS.speak)} onPress={speak} />}
        <Button kind="secondary" label={say(COMMON.back)} onPress={onLeave} />
      </View>
    </DeskPage>
  )
}

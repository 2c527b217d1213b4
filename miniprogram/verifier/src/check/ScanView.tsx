import { type CameraState, isCameraFault } from '@nansha/kit/camera/camera-state'
import { useSay } from '@nansha/kit/i18n/language'
import type { CodeGate } from '@nansha/kit/scanner/code-gate'
import { Scanner } from '@nansha/kit/scanner/Scanner'
import type { ScannerProps } from '@nansha/kit/scanner/scanner-props'
import { useSeenLately } from '@nansha/kit/scanner/use-seen-lately'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { type Dispatch, useState } from 'react'
import { TrustAge } from '../parts/TrustAge'
import { TEXTS } from '../texts'
import { DeskPage } from '../warnings/DeskPage'
import { CameraProblem } from './CameraProblem'
import type { CheckEvent } from './check'
import { isHolderCode } from './holder-code'
import { OfflineNotice } from './OfflineNotice'
import { type Light, ScanActions } from './ScanActions'
import { ScanHint } from './ScanHint'
import type { ScanStep } from './scan-step'
import { useScanAnotherWay } from './use-scan-another-way'
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

/** The camera that looks for a holder's code, or the ways that remain without a camera. */
export function ScanView({ scenario, gate, step, dispatch, onSpeak, onLeave }: ScanViewProps) {
  const say = useSay()
  const camera = useCamera()
  const held = useSeenLately()
  const foreign = useSeenLately()
  const anotherWay = useScanAnotherWay(step, dispatch)

  const scanSame = () => {
    gate.release()
    held.forget()
  }
  const ways = {
    onScanAnotherWay: anotherWay.scan,
    onSpeak: SCENARIOS[scenario].deskMayAsk ? onSpeak : undefined,
    onLeave,
  }
  const nothingFound = anotherWay.isNothingFound && <Notice kind="warn" text={say(TEXTS.nothingFound)} />

  if (isCameraFault(camera.state)) {
    return (
      <DeskPage title={say(TEXTS.check)}>
        {nothingFound}
        <CameraProblem state={camera.state} onRetry={camera.retry} {...ways} />
      </DeskPage>
    )
  }
  return (
    <DeskPage title={say(TEXTS.check)} tone="camera">
      <Heading title={say(SCENARIOS[scenario].title)} />
      <OfflineNotice scenario={scenario} />
      <Viewfinder
        gate={gate}
        camera={camera}
        onCode={(text) => {
          anotherWay.forget()
          dispatch({ type: 'scanned', text })
        }}
        onHeld={(text) => {
          held.onSeen()
          dispatch({ type: 'seen', text })
        }}
        onForeign={foreign.onSeen}
      />
      <ScanHint
        camera={camera.state}
        step={step}
        isHeld={held.isSeen}
        isForeign={foreign.isSeen}
        onScanSame={scanSame}
        onGoOnWithoutPortrait={() => dispatch({ type: 'go-on-without-portrait' })}
      />
      {nothingFound}
      <TrustAge />
      <ScanActions light={camera.light} onLight={camera.onLight} {...ways} />
    </DeskPage>
  )
}

interface ViewfinderProps extends Pick<ScannerProps, 'gate' | 'onCode' | 'onHeld' | 'onForeign'> {
  readonly camera: ReturnType<typeof useCamera>
}

/** What the camera sees, in a frame, and its light where it has one. */
function Viewfinder({ camera, ...codes }: ViewfinderProps) {
  return (
    <View className="scan-view__camera">
      <Scanner
        key={camera.attempt}
        {...codes}
        isWanted={isHolderCode}
        onState={camera.onState}
        isLit={camera.light === 'on'}
        onLight={(hasLight) => camera.onLight(hasLight ? 'off' : 'none')}
      />
      <View className="scan-view__frame" />
    </View>
  )
}

/** How the camera of this page and its light stand; a retry starts the camera anew. */
function useCamera() {
  const [state, setState] = useState<CameraState>('starting')
  const [attempt, setAttempt] = useState(0)
  const [light, setLight] = useState<Light>('none')
  return {
    state,
    light,
    onLight: setLight,
    attempt,
    onState: setState,
    retry() {
      setState('starting')
      setAttempt((count) => count + 1)
    },
  }
}

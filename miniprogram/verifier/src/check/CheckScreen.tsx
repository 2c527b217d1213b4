import { createCodeGate } from '@nansha/kit/scanner/code-gate'
import type { ErrorCode } from '@nansha/shared/errors'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { useCallback, useState } from 'react'
import { TEXTS } from '../texts'
import { AcceptedView } from './AcceptedView'
import { CardCheckView } from './CardCheckView'
import { CompareView } from './CompareView'
import { DeskCodeView, type DeskCodeViewProps } from './desk-code/DeskCodeView'
import { RefusedView } from './RefusedView'
import { ScanView, type ScanViewProps } from './ScanView'
import { scanStepOf } from './scan-step'
import type { Subject } from './subject'
import { useCheck } from './use-check'
import { useDesk } from './use-desk'

/** How long a view must be free of codes before the next phone counts: longer than bad light hides a code that is there. */
const CLEAR_AFTER_MS = 1500

export interface CheckScreenProps {
  readonly scenario: ScenarioName
  /** The stay that hotel guests are added to. */
  readonly stay: string | undefined
  readonly onLeave: () => void
}

/** One person after another at one desk: each step of a check is one view. */
export function CheckScreen({ scenario, stay, onLeave }: CheckScreenProps) {
  const [check, dispatch] = useCheck(scenario, stay)
  const startsHere = SCENARIOS[scenario].startsFrom === 'desk-code'
  const [isSpoken, setSpoken] = useState(false)
  // Outlives the camera, so that it remembers the last phone while its verdict is on the screen.
  const [gate] = useState(() => createCodeGate(CLEAR_AFTER_MS))
  const next = useCallback(() => {
    setSpoken(false)
    dispatch({ type: 'next' })
  }, [dispatch])

  switch (check.at) {
    case 'scanning':
    case 'checking':
    case 'reading':
      return (
        <AwaitHolder
          scenario={scenario}
          gate={gate}
          step={scanStepOf(check)}
          isSpoken={isSpoken}
          onSpoken={setSpoken}
          dispatch={dispatch}
          onLeave={onLeave}
        />
      )
    case 'comparing':
    case 'confirming':
      return (
        <CompareView
          subject={check.subject}
          failure={check.at === 'comparing' ? check.failure : undefined}
          confirming={check.at === 'confirming'}
          onPortraitUnseen={() => dispatch({ type: 'portrait-unseen' })}
          onCompared={(portraitMatches) => dispatch({ type: 'compared', portraitMatches })}
        />
      )
    case 'accepted':
      return <AcceptedView subject={check.subject} stay={stay} onNext={next} />
    case 'refused':
      return (
        <RefusedView
          code={check.code}
          again={startsHere ? TEXTS.showNewCode : TEXTS.scanAgain}
          onNext={next}
          onCheckCard={() => dispatch({ type: 'check-card' })}
          onRetry={check.ticket === undefined ? undefined : () => dispatch({ type: 'retry' })}
        />
      )
    case 'card':
      return <CardCheckView scenario={scenario} refused={check.refused} stay={stay} onNext={next} />
  }
}

interface AwaitHolderProps extends Omit<ScanViewProps, 'onSpeak'> {
  /** The clerk reads eight digits out, in place of a code to scan. */
  readonly isSpoken: boolean
  readonly onSpoken: (isSpoken: boolean) => void
}

/** The holder's code is scanned, or the holder answers a code or the digits of this desk. */
function AwaitHolder({ isSpoken, onSpoken, ...scan }: AwaitHolderProps) {
  const { scenario, dispatch, onLeave } = scan
  if (SCENARIOS[scenario].startsFrom !== 'desk-code' && !isSpoken) {
    return <ScanView {...scan} onSpeak={() => onSpoken(true)} />
  }
  return (
    <AwaitAnswer
      scenario={scenario}
      isSpoken={isSpoken}
      dispatch={dispatch}
      onOtherWay={() => onSpoken(!isSpoken)}
      onLeave={onLeave}
    />
  )
}

interface AwaitAnswerProps
  extends Pick<DeskCodeViewProps, 'scenario' | 'isSpoken' | 'onOtherWay' | 'onLeave'> {
  readonly dispatch: ScanViewProps['dispatch']
}

/** The desk shows a code or reads digits out, and what comes in on them goes on as a check. */
function AwaitAnswer({ dispatch, ...asked }: AwaitAnswerProps) {
  const { openScreen } = useDesk()
  const arrived = useCallback((subject: Subject) => dispatch({ type: 'arrived', subject }), [dispatch])
  const turnedAway = useCallback((code: ErrorCode) => dispatch({ type: 'turned-away', code }), [dispatch])
  return (
    <DeskCodeView
      key={asked.isSpoken ? 'digits' : 'code'}
      openScreen={openScreen}
      {...asked}
      onArrived={arrived}
      onRefused={turnedAway}
    />
  )
}

import { createCodeGate } from '@nansha/kit/scanner/code-gate'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { useState } from 'react'
import { AcceptedView } from './AcceptedView'
import { CompareView } from './CompareView'
import { RefusedView } from './RefusedView'
import { ScanView } from './ScanView'
import { useCheck } from './use-check'

/** How long a view must be free of codes before the next phone counts: longer than bad light hides a code that is there. */
const CLEAR_AFTER_MS = 1500

/** One guest after the other at one desk: each step of a check is one view. */
export function CheckScreen(props: { readonly scenario: ScenarioName; readonly onLeave: () => void }) {
  const [check, dispatch] = useCheck(props.scenario)
  // Outlives the camera, so that it remembers the last phone while its verdict is on the screen.
  const [gate] = useState(() => createCodeGate(CLEAR_AFTER_MS))
  const next = () => dispatch({ type: 'next' })

  switch (check.at) {
    case 'scanning':
    case 'checking':
      return (
        <ScanView
          scenario={props.scenario}
          gate={gate}
          checking={check.at === 'checking'}
          onCode={(ticket) => dispatch({ type: 'scanned', ticket })}
          onLeave={props.onLeave}
        />
      )
    case 'comparing':
    case 'confirming':
      return (
        <CompareView
          use={check.use}
          failure={check.at === 'comparing' ? check.failure : undefined}
          confirming={check.at === 'confirming'}
          onCompared={(portraitMatches) => dispatch({ type: 'compared', portraitMatches })}
        />
      )
    case 'accepted':
      return <AcceptedView use={check.use} onNext={next} />
    case 'refused':
      return (
        <RefusedView
          code={check.code}
          onNext={next}
          onRetry={check.ticket === undefined ? undefined : () => dispatch({ type: 'retry' })}
        />
      )
  }
}

import type { ScenarioName } from '@nansha/shared/scenarios'
import { AcceptedView } from './AcceptedView'
import { CompareView } from './CompareView'
import { RefusedView } from './RefusedView'
import { ScanView } from './ScanView'
import { useCheck } from './use-check'

/** One guest after the other at one desk: each step of a check is one view. */
export function CheckScreen(props: { readonly scenario: ScenarioName; readonly onLeave: () => void }) {
  const [check, dispatch] = useCheck(props.scenario)
  const next = () => dispatch({ type: 'next' })

  switch (check.at) {
    case 'scanning':
    case 'checking':
      return (
        <ScanView
          scenario={props.scenario}
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

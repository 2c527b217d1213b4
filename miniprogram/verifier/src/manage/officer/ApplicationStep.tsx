import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { CounterOpened } from '@nansha/shared/api/counter'
import type { Dispatch, ReactNode } from 'react'
import type { Application, ApplicationEvent } from './application'
import { CardStep } from './CardStep'
import { ChildStep } from './ChildStep'
import { CodeStep } from './CodeStep'
import { DetailsStep } from './DetailsStep'
import { GuardianStep } from './GuardianStep'
import type { OfficerClient } from './officer-client'
import { PortraitStep } from './PortraitStep'
import { ReviewStep } from './ReviewStep'
import { TEXTS } from './texts'

export interface ApplicationStepProps {
  readonly client: OfficerClient
  readonly state: Application
  readonly dispatch: Dispatch<ApplicationEvent>
  readonly onRefuse: (opened: CounterOpened) => Promise<void>
  /** The button that leaves the page, for the steps that place it themselves. */
  readonly wayOut: ReactNode
}

/** The screen of the step at which an application is. */
export function ApplicationStep({ client, state, dispatch, onRefuse, wayOut }: ApplicationStepProps) {
  switch (state.at) {
    case 'code':
      return <CodeStep client={client} dispatch={dispatch} />
    case 'guardian':
      return (
        <GuardianStep
          guardian={state.guardian}
          onRefuse={() => onRefuse(state.opened)}
          dispatch={dispatch}
          onLeave={wayOut}
        />
      )
    case 'child':
      return (
        <ChildStep
          client={client}
          review={state}
          onRefuse={() => onRefuse(state.opened)}
          dispatch={dispatch}
          onLeave={wayOut}
        />
      )
    case 'card':
      return <CardStep side="portrait" client={client} opened={state.opened} dispatch={dispatch} />
    case 'emblem':
      return <CardStep side="emblem" client={client} opened={state.opened} dispatch={dispatch} />
    case 'details': {
      const { card, opened, typed } = state
      return <DetailsStep card={card} guardian={opened.guardian} typed={typed} dispatch={dispatch} />
    }
    case 'portrait':
      return <PortraitStep failure={state.failure} dispatch={dispatch} />
    case 'review':
      return <ReviewStep client={client} review={state} dispatch={dispatch} onLeave={wayOut} />
    case 'approved':
    case 'refused':
      return <Decided decision={state} onNext={() => dispatch({ type: 'next' })} />
  }
}

interface DecidedProps {
  readonly decision: Extract<Application, { at: 'approved' | 'refused' }>
  readonly onNext: () => void
}

function Decided({ decision, onNext }: DecidedProps) {
  const say = useSay()
  const next = <Button label={say(TEXTS.next)} onPress={onNext} />
  if (decision.at === 'refused')
    return (
      <StatusScreen kind="bad" title={say(TEXTS.refused)} text={say(TEXTS.refusedText)}>
        {next}
      </StatusScreen>
    )
  const { name, guardian } = decision
  const text = say(guardian === undefined ? TEXTS.approvedText : TEXTS.childApprovedText, {
    name,
    guardian: guardian ?? '',
  })
  return (
    <StatusScreen kind="good" title={say(TEXTS.approved)} text={text}>
      {next}
    </StatusScreen>
  )
}

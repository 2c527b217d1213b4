import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { NanshaError } from '@nansha/shared/errors'
import { type Dispatch, type ReactNode, useState } from 'react'
import { refusalLook } from '../../parts/refusals'
import type { Application, ApplicationEvent } from './application'
import type { OfficerClient } from './officer-client'
import { Refuse } from './Refuse'
import { ReviewedFaces } from './ReviewedFaces'
import { ReviewedLines } from './ReviewedLines'
import { StepHeading } from './StepHeading'
import { TEXTS } from './texts'

export interface ReviewStepProps {
  readonly client: OfficerClient
  readonly review: Extract<Application, { at: 'review' }>
  readonly dispatch: Dispatch<ApplicationEvent>
  /** The way out, above the two answers. */
  readonly onLeave: ReactNode
}

/** Card, picture and person side by side: the decision is the officer's. */
export function ReviewStep({ client, review, dispatch, onLeave }: ReviewStepProps) {
  const say = useSay()
  const { opened, card, particulars, portrait } = review
  const { isRunning, failure, run } = useTask()
  const [isRefusing, setRefusing] = useState(false)
  const refuse = async () => {
    await client.refuse(opened)
    dispatch({ type: 'refused' })
  }

  const approve = () =>
    run(async () => {
      try {
        await client.approve(opened, particulars, portrait)
        dispatch({ type: 'approved' })
      } catch (error) {
        // A picture that will not do is taken again; everything else keeps what was entered.
        if (!(error instanceof NanshaError) || !/^(FACE|IMAGE)_/.test(error.code)) throw error
        dispatch({ type: 'photograph-again', failure: error.code })
      }
    })

  return (
    <>
      <StepHeading step={5} title={TEXTS.reviewTitle} lead={TEXTS.reviewLead} />
      <ReviewedFaces onCard={card?.portrait} taken={portrait} />
      <ReviewedLines particulars={particulars} />
      {failure !== undefined && (
        <Notice
          kind="bad"
          text={say(failure.code === 'ATTEMPTS_EXHAUSTED' ? TEXTS.dailyCap : refusalLook(failure.code).text)}
        />
      )}
      <Button
        kind="secondary"
        label={say(TEXTS.retake)}
        disabled={isRunning}
        onPress={() => dispatch({ type: 'photograph-again' })}
      />
      {onLeave}
      {isRefusing ? (
        <Refuse onRefuse={refuse} onCancel={() => setRefusing(false)} />
      ) : (
        <Actions kind="pair">
          <Button
            kind="bad"
            label={say(TEXTS.refuse)}
            disabled={isRunning}
            onPress={() => setRefusing(true)}
          />
          <Button kind="good" label={say(TEXTS.approve)} busy={isRunning} onPress={approve} />
        </Actions>
      )}
    </>
  )
}

import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { NanshaError } from '@nansha/shared/errors'
import type { Dispatch, ReactNode } from 'react'
import { refusalLook } from '../../parts/refusals'
import { Answers } from './Answers'
import type { Application, ApplicationEvent } from './application'
import type { OfficerClient } from './officer-client'
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
      <Answers refuse={TEXTS.refuse} onRefuse={refuse} disabled={isRunning}>
        <Button kind="good" label={say(TEXTS.approve)} busy={isRunning} onPress={approve} />
      </Answers>
    </>
  )
}

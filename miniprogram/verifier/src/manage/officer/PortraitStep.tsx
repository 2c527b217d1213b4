import { useSay } from '@nansha/kit/i18n/language'
import { Photograph } from '@nansha/kit/photograph/Photograph'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { ErrorCode } from '@nansha/shared/errors'
import type { Dispatch } from 'react'
import { refusalLook } from '../../parts/refusals'
import { CAMERA_HELP } from '../../texts'
import type { ApplicationEvent } from './application'
import { StepHeading } from './StepHeading'
import { TEXTS } from './texts'

export interface PortraitStepProps {
  /** Why the last picture would not do. */
  readonly failure: ErrorCode | undefined
  readonly dispatch: Dispatch<ApplicationEvent>
}

/** The picture that desks will see. */
export function PortraitStep({ failure, dispatch }: PortraitStepProps) {
  const say = useSay()
  return (
    <>
      <StepHeading step={4} title={TEXTS.portraitTitle} lead={TEXTS.portraitUse} />
      {failure !== undefined && <Notice kind="warn" text={say(refusalLook(failure).text)} />}
      <Photograph
        subject="person"
        facing="back"
        hint={say(TEXTS.portraitHint)}
        take={TEXTS.take}
        help={CAMERA_HELP}
        onPicture={(portrait) => dispatch({ type: 'photographed', portrait })}
      />
    </>
  )
}

import { useSay } from '@nansha/kit/i18n/language'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import { Sections } from '../../parts/Sections'
import { GUARDIAN_SECTIONS, TEXTS } from './texts'

export interface GuardianNoticeProps {
  readonly isBusy: boolean
  /** Why there was no code. */
  readonly failure: ErrorCode | undefined
  readonly onApply: () => void
}

/** What a guardian agrees to who gets the card of a child: who sees what, what is kept, and until when it is good. */
export function GuardianNotice({ isBusy, failure, onApply }: GuardianNoticeProps) {
  const say = useSay()
  return (
    <>
      <Heading title={say(TEXTS.childTitle)} lead={say(TEXTS.childLead)} />
      {failure !== undefined && <Notice kind="warn" text={say(ERRORS[failure])} />}
      <Sections sections={GUARDIAN_SECTIONS} />
      <Actions>
        <Button label={say(TEXTS.childApply)} busy={isBusy} onPress={onApply} />
      </Actions>
    </>
  )
}

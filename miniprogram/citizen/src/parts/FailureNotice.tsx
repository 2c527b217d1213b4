import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import type { Failure } from '@nansha/kit/state/use-task'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { ERRORS } from '@nansha/shared/errors'

const LEFT = { zh: '还可尝试 {left} 次。', en: 'Attempts left: {left}.' }
const RETRY_AT = { zh: '可在 {time} 之后再试。', en: 'You can try again after {time}.' }

/** Why something did not work, with what the server adds to it. Nothing while there is no failure. */
export function FailureNotice({ failure }: { readonly failure: Failure | undefined }) {
  const say = useSay()
  const { moment } = useTimes()
  if (failure === undefined) return null
  const { left, retryAt } = failure.details
  const text = [
    say(ERRORS[failure.code]),
    typeof left === 'number' && say(LEFT, { left }),
    typeof retryAt === 'number' && say(RETRY_AT, { time: moment(retryAt) }),
  ]
  return <Notice kind="warn" text={text.filter(Boolean).join(' ')} />
}

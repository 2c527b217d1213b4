import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { useSpoken } from '@nansha/kit/ui/use-spoken'
import { ERRORS } from '@nansha/shared/errors'
import { View } from '@tarojs/components'
import { goOn } from '../parts/step-navigation'
import { useIsSlow } from '../parts/use-is-slow'
import type { SelfieCheck } from '../selfie-check'
import { TEXTS as SUBMIT_TEXTS } from '../submit/texts'
import { useEnrolment } from '../use-enrolment'
import { TEXTS } from './texts'
import '../parts/capture.scss'

/** What was filmed is looked at, before anything else is asked. Who waits too long goes on, and is told when submitting. */
export function CheckingSelfie() {
  const say = useSay()
  const isSlow = useIsSlow('check')
  return (
    <>
      <Spinner label={say(TEXTS.checking)} />
      <View className="capture__hint" {...a11y({ role: 'status' })}>
        {say(isSlow ? TEXTS.slow : TEXTS.stay)}
      </View>
      {isSlow && <SkipCheck />}
    </>
  )
}

export interface UncheckedSelfieProps {
  readonly check: Extract<SelfieCheck, { phase: 'failed' }>
  readonly onRetry: () => void
}

/** Nothing is wrong with what was filmed as far as anybody knows: the server did not say, or found the card to blame. */
export function UncheckedSelfie({ check: { code, remedy }, onRetry }: UncheckedSelfieProps) {
  const say = useSay()
  const { enrolmentSession } = useEnrolment()
  useSpoken(remedy === 'card' ? SUBMIT_TEXTS.cardTitle : undefined)
  if (remedy === 'card')
    return (
      <>
        <Notice kind="warn" text={`${say(SUBMIT_TEXTS.cardTitle)}: ${say(ERRORS[code])}`} />
        <Button label={say(SUBMIT_TEXTS.retakeCard)} onPress={() => goOn(enrolmentSession)} />
      </>
    )
  return (
    <>
      <Notice kind="warn" text={say(ERRORS[code])} />
      <Notice kind="info" text={say(TEXTS.kept)} />
      <Button label={say(COMMON.retry)} onPress={onRetry} />
      <SkipCheck />
    </>
  )
}

function SkipCheck() {
  const say = useSay()
  const { enrolmentSession } = useEnrolment()
  const skip = () => {
    enrolmentSession.store.dispatch({ type: 'check-skipped' })
    goOn(enrolmentSession)
  }
  return <Button kind="secondary" label={say(TEXTS.skip)} onPress={skip} />
}

import { open } from '@nansha/kit/device/navigation'
import type { Text } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import type { SpokenText } from '@nansha/kit/i18n/spoken'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { useSpoken } from '@nansha/kit/ui/use-spoken'
import { ERRORS } from '@nansha/shared/errors'
import { goHome, PAGES } from '../../pages'
import type { Submission } from '../enrolment'
import { goOn, submitOrGoOn } from '../parts/step-navigation'
import type { Remedy } from '../remedy'
import { useEnrolment } from '../use-enrolment'
import { TEXTS } from './texts'

const LABELS: Readonly<Record<Remedy, Text>> = {
  selfie: TEXTS.retakeSelfie,
  card: TEXTS.retakeCard,
  emblem: TEXTS.retakeEmblem,
  again: TEXTS.again,
  resubmit: TEXTS.send,
  notice: TEXTS.readNotice,
  counter: TEXTS.counter,
  'new-card': TEXTS.retakeNewCard,
}

const TITLES: Readonly<Record<Remedy, SpokenText>> = {
  selfie: TEXTS.selfieTitle,
  card: TEXTS.cardTitle,
  emblem: TEXTS.emblemTitle,
  again: TEXTS.notConfirmed,
  resubmit: TEXTS.notSent,
  notice: TEXTS.consentMissing,
  counter: TEXTS.useCounter,
  'new-card': TEXTS.cardUnusable,
}
/** Where the same answer waits at a counter, or the counter is the first button anyway. */
const WITHOUT_COUNTER: readonly Remedy[] = ['counter', 'new-card']

/** Why not, and the least that has to be done again. */
export function Refused({ refusal }: { readonly refusal: Extract<Submission, { phase: 'refused' }> }) {
  const say = useSay()
  const { moment } = useTimes()
  const { enrolmentSession } = useEnrolment()
  const { code, remedy, retryAt } = refusal
  useSpoken(TITLES[remedy])

  const mend = () => {
    if (remedy === 'counter') return open(PAGES.counter)
    enrolmentSession.store.dispatch({ type: 'retry' })
    if (remedy === 'resubmit') submitOrGoOn(enrolmentSession)
    else goOn(enrolmentSession)
  }
  const giveUp = () => {
    enrolmentSession.discard()
    goHome()
  }

  const reason = say(ERRORS[code])
  const text = retryAt ? `${reason} ${say(TEXTS.retryAt, { time: moment(retryAt) })}` : reason
  return (
    <StatusScreen kind="warn" title={say(TITLES[remedy])} text={text}>
      <Button label={say(LABELS[remedy])} onPress={mend} />
      {!WITHOUT_COUNTER.includes(remedy) && (
        <Button kind="secondary" label={say(TEXTS.counter)} onPress={() => open(PAGES.counter)} />
      )}
      <Button kind="quiet" label={say(TEXTS.giveUp)} onPress={giveUp} />
    </StatusScreen>
  )
}

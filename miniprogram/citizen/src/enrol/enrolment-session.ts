import type { Picture } from '@nansha/kit/camera/picture'
import { NanshaError } from '@nansha/shared/errors'
import { createStore, type Store } from '../store/create-store'
import { codeOf } from '../wallet/ask'
import { type Granted, isHeld } from '../wallet/held-credential'
import { type Enrolment, type EnrolmentEvent, enrolment, NOTHING_YET } from './enrolment'
import type { Given, Run } from './submit-enrolment'

export interface EnrolmentSession {
  readonly store: Store<Enrolment, EnrolmentEvent>
  /** Keeps a picture in place of an earlier one, which leaves the phone. */
  photograph(what: 'card' | 'selfie', picture: Picture): void
  /** Submits what was given; a second tap while it runs does nothing. */
  submit(): Promise<void>
  /** Possible until the decision was asked for. */
  cancel(): void
  /** Forgets everything given and removes the pictures from the phone. */
  discard(): void
}

export interface SessionPorts {
  /** See `submitEnrolment`. */
  readonly submitGiven: (given: Given, run: Run) => Promise<Granted | undefined>
  /** Stores what was granted; only then is the enrolment done. */
  readonly keep: (granted: Granted) => Promise<void>
  readonly discardPicture: (picture: Picture) => void
}

/** One enrolment of this phone, from notice to credential, whatever page is shown meanwhile. */
export function createEnrolmentSession({
  submitGiven,
  keep,
  discardPicture,
}: SessionPorts): EnrolmentSession {
  const store = createStore(enrolment, NOTHING_YET)
  let wantsToCancel = false

  const run = async (given: Given) => {
    const granted = await submitGiven(given, {
      onStage: (stage) => store.dispatch({ type: 'advanced', stage }),
      isCancelled: () => wantsToCancel,
    })
    if (granted === undefined) return store.dispatch({ type: 'cancelled' })
    await keep(granted)
    discardPicture(given.card)
    discardPicture(given.selfie)
    store.dispatch(isHeld(granted) ? { type: 'issued' } : { type: 'postponed', readyAt: granted.readyAt })
  }

  return {
    store,
    photograph(what, picture) {
      const earlier = store.get()[what]
      store.dispatch({ type: 'photographed', what, picture })
      if (earlier) discardPicture(earlier)
    },
    async submit() {
      const { card, details, selfie, submission } = store.get()
      if (submission.phase === 'running' || !card || !details || !selfie) return
      wantsToCancel = false
      store.dispatch({ type: 'advanced', stage: 'beginning' })
      try {
        await run({ card, details, selfie })
      } catch (error) {
        store.dispatch(refusalOf(error))
      }
    },
    cancel() {
      wantsToCancel = true
    },
    discard() {
      const { card, selfie } = store.get()
      store.dispatch({ type: 'discarded' })
      for (const picture of [card, selfie]) if (picture) discardPicture(picture)
    },
  }
}

type Refused = Extract<EnrolmentEvent, { type: 'refused' }>

function refusalOf(error: unknown): Refused {
  const { which, retryAt } = error instanceof NanshaError ? error.details : {}
  return {
    type: 'refused',
    code: codeOf(error),
    ...((which === 'card' || which === 'selfie') && { which }),
    ...(typeof retryAt === 'number' && { retryAt }),
  }
}

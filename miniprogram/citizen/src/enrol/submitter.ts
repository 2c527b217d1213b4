import { codeOf } from '@nansha/kit/cloud/ask'
import type { Store } from '@nansha/kit/state/create-store'
import { NanshaError } from '@nansha/shared/errors'
import { CARD_SIDES, type CardSide } from '@nansha/shared/identity-card'
import { type Granted, isHeld } from '../wallet/held-credential'
import { PICTURE_OF, type PictureName } from './card-sides'
import { type Enrolment, type EnrolmentEvent, isRead, readingOf } from './enrolment'
import { nextStep } from './next-step'
import type { Given, Run } from './submit-enrolment'

export interface Submitter {
  /** Submits what was given; a second tap while it runs does nothing. */
  submit(): Promise<void>
  /** Possible until the decision was asked for. */
  cancel(): void
}

export interface SubmitterPorts {
  /** See `submitEnrolment`. */
  readonly submitGiven: (given: Given, run: Run) => Promise<Granted | undefined>
  /** Stores what was granted; only then is the enrolment done. */
  readonly keep: (granted: Granted) => Promise<void>
}

/** The last step of an enrolment: what was given is decided, and what is granted is kept. @param readCard see `EnrolmentSession` */
export function createSubmitter(
  store: Store<Enrolment, EnrolmentEvent>,
  readCard: (side: CardSide) => Promise<void>,
  ports: SubmitterPorts,
): Submitter {
  let wantsToCancel = false

  const run = async (given: Given) => {
    const granted = await ports.submitGiven(given, {
      onStage: (stage) => store.dispatch({ type: 'advanced', stage }),
      isCancelled: () => wantsToCancel,
    })
    if (granted === undefined) return store.dispatch({ type: 'cancelled' })
    await ports.keep(granted)
    store.dispatch(isHeld(granted) ? { type: 'issued' } : { type: 'postponed', readyAt: granted.readyAt })
  }

  return {
    async submit() {
      if (store.get().submission.phase === 'running' || nextStep(store.get()) !== 'submit') return
      wantsToCancel = false
      store.dispatch({ type: 'advanced', stage: 'beginning' })
      try {
        // A former try used up its enrolment, and with it what was read: the new one must read it again.
        await Promise.all(CARD_SIDES.filter((side) => !isRead(store.get(), side)).map(readCard))
        await run(requireGiven(store.get()))
      } catch (error) {
        store.dispatch(refusedEvent(error))
      }
    },
    cancel() {
      wantsToCancel = true
    },
  }
}

/** @throws NanshaError why a side could not be read; CARD_UNREAD for one of which nobody knows */
function requireGiven(state: Enrolment): Given {
  for (const side of CARD_SIDES) {
    if (isRead(state, side)) continue
    const reading = readingOf(state, side)
    const code = reading.phase === 'unread' ? reading.code : 'CARD_UNREAD'
    throw new NanshaError(code, { which: PICTURE_OF[side] })
  }
  const { begun, cardFile, selfie, selfieCheck, details } = state
  // Opening an enrolment once more to read the card made the film worthless.
  if (!selfie) throw new NanshaError('LIVENESS_TIMING', { which: 'selfie' })
  if (!begun || !cardFile || !details) throw new NanshaError('CARD_UNREAD', { which: 'card' })
  const { files } = { files: undefined, ...selfieCheck }
  return { begun, cardFile, selfie, details, ...(files && { selfieFiles: files }) }
}

type Refused = Extract<EnrolmentEvent, { type: 'refused' }>

function refusedEvent(error: unknown): Refused {
  const { retryAt } = error instanceof NanshaError ? error.details : {}
  return {
    type: 'refused',
    code: codeOf(error),
    ...refusedPicture(error),
    ...(typeof retryAt === 'number' && { retryAt }),
  }
}

/** Which picture the server refused, where it says so. */
export function refusedPicture(error: unknown): { readonly which?: PictureName } {
  const { which } = error instanceof NanshaError ? error.details : {}
  return which === 'card' || which === 'emblem' || which === 'selfie' ? { which } : {}
}

import type { Picture } from '@nansha/kit/camera/picture'
import { codeOf } from '@nansha/kit/cloud/ask'
import { createStore, type Store } from '@nansha/kit/state/create-store'
import type { EnrolBegun } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { CARD_SIDES, type CardSide } from '@nansha/shared/identity-card'
import { singleFlight } from '@nansha/shared/single-flight'
import { type Granted, isHeld } from '../wallet/held-credential'
import { PICTURE_OF } from './card-sides'
import {
  type Enrolment,
  type EnrolmentEvent,
  enrolment,
  heldPictures,
  isRead,
  NOTHING_YET,
  type Reading,
  readingOf,
} from './enrolment'
import { nextStep } from './next-step'
import type { Given, Run } from './submit-enrolment'

export interface EnrolmentSession {
  readonly store: Store<Enrolment, EnrolmentEvent>
  /** Opens an enrolment on the server unless one is open. @throws NanshaError */
  prepare(): Promise<EnrolBegun>
  /** Uploads a side of the card and has it read, while the citizen goes on. Never throws: what failed is in the store. */
  readCard(side: CardSide): Promise<void>
  /** Submits what was given; a second tap while it runs does nothing. */
  submit(): Promise<void>
  /** Possible until the decision was asked for. */
  cancel(): void
  /** Forgets everything given, here and on the server. */
  discard(): void
}

export interface SessionPorts {
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
  readonly begin: () => Promise<EnrolBegun>
  readonly abandon: (begun: EnrolBegun) => Promise<unknown>
  readonly uploadCard: (begun: EnrolBegun, side: CardSide, card: Picture) => Promise<string>
  readonly readCard: (begun: EnrolBegun, side: CardSide, file: string) => Promise<Reading>
  /** See `submitEnrolment`. */
  readonly submitGiven: (given: Given, run: Run) => Promise<Granted | undefined>
  /** Stores what was granted; only then is the enrolment done. */
  readonly keep: (granted: Granted) => Promise<void>
  readonly discardPicture: (picture: Picture) => void
}

/** An enrolment that ends sooner than this is opened anew. */
const TIME_TO_FINISH_MS = 120_000

/** One enrolment of this phone, from notice to credential, whatever page is shown meanwhile. */
export function createEnrolmentSession(ports: SessionPorts): EnrolmentSession {
  const store = createStore(enrolment, NOTHING_YET)
  discardDropped(store, ports.discardPicture)
  const underway = new Map<Picture, Promise<void>>()
  let wantsToCancel = false

  const begin = async () => {
    const begun = await ports.begin()
    store.dispatch({ type: 'begun', begun })
    // What a former enrolment knew is read again while the person is filmed.
    for (const side of CARD_SIDES) if (readingOf(store.get(), side).phase === 'read') void readCard(side)
    return begun
  }
  const beginOnce = singleFlight(begin)
  const prepare = () => {
    const { begun } = store.get()
    if (begun && begun.expiresAt * 1000 - TIME_TO_FINISH_MS > ports.now()) return Promise.resolve(begun)
    return beginOnce()
  }

  const run = async (given: Given) => {
    const granted = await ports.submitGiven(given, {
      onStage: (stage) => store.dispatch({ type: 'advanced', stage }),
      isCancelled: () => wantsToCancel,
    })
    if (granted === undefined) return store.dispatch({ type: 'cancelled' })
    await ports.keep(granted)
    store.dispatch(isHeld(granted) ? { type: 'issued' } : { type: 'postponed', readyAt: granted.readyAt })
  }

  const read = async (side: CardSide, card: Picture) => {
    store.dispatch({ type: 'reading', card })
    try {
      const begun = await prepare()
      const file = await ports.uploadCard(begun, side, card)
      store.dispatch({ type: 'uploaded', card, file })
      store.dispatch({ type: 'read', card, reading: await ports.readCard(begun, side, file) })
    } catch (error) {
      store.dispatch({ type: 'read', card, reading: { phase: 'unread', code: codeOf(error) } })
    }
  }

  const readCard = (side: CardSide) => {
    const card = store.get()[PICTURE_OF[side]]
    if (!card) return Promise.resolve()
    const reading = underway.get(card) ?? read(side, card).finally(() => underway.delete(card))
    underway.set(card, reading)
    return reading
  }

  return {
    store,
    prepare,
    readCard,
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
    discard() {
      const { begun } = store.get()
      store.dispatch({ type: 'discarded' })
      // Should this be lost, the server's own sweep deletes what was uploaded.
      if (begun) ports.abandon(begun).catch(() => undefined)
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
  const { begun, cardFile, selfie, details } = state
  if (!begun || !cardFile || !selfie || !details) throw new NanshaError('CARD_UNREAD', { which: 'card' })
  return { begun, cardFile, selfie, details }
}

/** A picture that no longer belongs to the enrolment leaves the phone, whatever made it go. */
function discardDropped(
  store: Store<Enrolment, EnrolmentEvent>,
  discardPicture: (picture: Picture) => void,
): void {
  let before = heldPictures(store.get())
  store.subscribe(() => {
    const now = heldPictures(store.get())
    for (const picture of before) if (!now.includes(picture)) discardPicture(picture)
    before = now
  })
}

type Refused = Extract<EnrolmentEvent, { type: 'refused' }>

function refusedEvent(error: unknown): Refused {
  const { which, retryAt } = error instanceof NanshaError ? error.details : {}
  const isPicture = which === 'card' || which === 'emblem' || which === 'selfie'
  return {
    type: 'refused',
    code: codeOf(error),
    ...(isPicture && { which }),
    ...(typeof retryAt === 'number' && { retryAt }),
  }
}

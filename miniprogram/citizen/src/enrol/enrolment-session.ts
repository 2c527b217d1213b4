import type { Picture } from '@nansha/kit/camera/picture'
import { codeOf } from '@nansha/kit/cloud/ask'
import { createStore, type Store } from '@nansha/kit/state/create-store'
import type { EnrolBegun } from '@nansha/shared/api/enrol'
import { CARD_SIDES, type CardSide } from '@nansha/shared/identity-card'
import { singleFlight, singleFlightByKey } from '@nansha/shared/single-flight'
import type { KeptEnrolment } from '../parts/kept-enrolment'
import { PICTURE_OF } from './card-sides'
import {
  type Enrolment,
  type EnrolmentEvent,
  enrolment,
  heldPictures,
  NOTHING_YET,
  readingOf,
} from './enrolment'
import type { Selfie } from './live-person'
import type { Reading } from './reading'
import { isOnPhone } from './resumed-enrolment'
import { createSubmitter, refusedPicture, type Submitter, type SubmitterPorts } from './submitter'
import type { SelfieFiles } from './upload-selfie'

export interface EnrolmentSession extends Submitter {
  readonly store: Store<Enrolment, EnrolmentEvent>
  /** Opens an enrolment on the server unless one is open. @throws NanshaError */
  prepare(): Promise<EnrolBegun>
  /** Uploads a side of the card and has it read, while the citizen goes on. Never throws: what failed is in the store. */
  readCard(side: CardSide): Promise<void>
  /** Uploads what was filmed and has it looked at; once at a time. Never throws: what failed is in the store. */
  checkSelfie(): Promise<void>
  /** Goes on with what the server holds since before the app was closed; the card is read again. Never throws. */
  resume(kept: KeptEnrolment): Promise<void>
  /** Forgets everything given, here and on the server. */
  discard(): void
}

export interface SessionPorts extends SubmitterPorts {
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
  readonly begin: () => Promise<EnrolBegun>
  readonly abandon: (begun: EnrolBegun) => Promise<unknown>
  readonly uploadCard: (begun: EnrolBegun, side: CardSide, card: Picture) => Promise<string>
  readonly readCard: (begun: EnrolBegun, side: CardSide, file: string) => Promise<Reading>
  readonly checkSelfie: (begun: EnrolBegun, selfie: Selfie) => Promise<SelfieFiles>
  readonly discardPicture: (picture: Picture) => void
}

/** An enrolment that ends sooner than this is opened anew. */
const TIME_TO_FINISH_MS = 120_000

/** One enrolment of this phone, from notice to credential, whatever page is shown meanwhile. */
export function createEnrolmentSession(ports: SessionPorts): EnrolmentSession {
  const store = createStore(enrolment, NOTHING_YET)
  discardDropped(store, ports.discardPicture)

  const begin = async () => {
    const begun = await ports.begin()
    store.dispatch({ type: 'begun', begun })
    // What a former enrolment knew is read again while the person is filmed.
    for (const side of CARD_SIDES) if (readingOf(store.get(), side).phase === 'read') void readCard(side)
    return begun
  }
  const beginOnce = singleFlight(begin)
  const lasts = ({ expiresAt }: EnrolBegun) => expiresAt * 1000 - TIME_TO_FINISH_MS > ports.now()
  const prepare = () => {
    const { begun } = store.get()
    return begun && lasts(begun) ? Promise.resolve(begun) : beginOnce()
  }

  const fileOf = async (begun: EnrolBegun, side: CardSide, card: Picture) => {
    if (isOnPhone(card)) return ports.uploadCard(begun, side, card)
    const { cardFile, emblemFile } = store.get()
    return side === 'portrait' ? cardFile : emblemFile
  }

  const readOnce = singleFlightByKey(async (card: Picture, side: CardSide) => {
    store.dispatch({ type: 'reading', card })
    try {
      const begun = await prepare()
      const file = await fileOf(begun, side, card)
      // Opened anew, the enrolment lost what lay on the server alone.
      if (file === undefined) return store.dispatch({ type: 'lapsed' })
      store.dispatch({ type: 'uploaded', card, file })
      const reading = await ports.readCard(begun, side, file)
      const isLapsed = !isOnPhone(card) && reading.phase === 'unread' && reading.code.startsWith('ENROLMENT_')
      store.dispatch(isLapsed ? { type: 'lapsed' } : { type: 'read', card, reading })
    } catch (error) {
      store.dispatch({ type: 'read', card, reading: { phase: 'unread', code: codeOf(error) } })
    }
  })

  const readCard = (side: CardSide) => {
    const card = store.get()[PICTURE_OF[side]]
    return card ? readOnce(card, side) : Promise.resolve()
  }

  const checkOnce = singleFlightByKey(async (selfie: Selfie) => {
    store.dispatch({ type: 'checking', selfie })
    try {
      const begun = await prepare()
      // A film of an enrolment that had to be opened anew went with it.
      if (store.get().selfie !== selfie) return
      const files = await ports.checkSelfie(begun, selfie)
      store.dispatch({ type: 'checked', selfie, files })
    } catch (error) {
      store.dispatch({ type: 'check-failed', selfie, code: codeOf(error), ...refusedPicture(error) })
    }
  })

  return {
    store,
    prepare,
    readCard,
    checkSelfie() {
      const { selfie } = store.get()
      return selfie ? checkOnce(selfie) : Promise.resolve()
    },
    ...createSubmitter(store, readCard, ports),
    async resume(kept) {
      if (!lasts(kept.begun)) return store.dispatch({ type: 'lapsed' })
      store.dispatch({ type: 'resumed', kept })
      await Promise.all(CARD_SIDES.map(readCard))
    },
    discard() {
      const { begun } = store.get()
      store.dispatch({ type: 'discarded' })
      // Should this be lost, the server's own sweep deletes what was uploaded.
      if (begun) ports.abandon(begun).catch(() => undefined)
    },
  }
}

/** A picture that no longer belongs to the enrolment leaves the phone, whatever made it go. */
function discardDropped(
  store: Store<Enrolment, EnrolmentEvent>,
  discardPicture: (picture: Picture) => void,
): void {
  let before = heldPictures(store.get())
  store.subscribe(() => {
    const now = heldPictures(store.get())
    for (const picture of before) if (isOnPhone(picture) && !now.includes(picture)) discardPicture(picture)
    before = now
  })
}

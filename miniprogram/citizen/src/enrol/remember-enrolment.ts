import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { Store } from '@nansha/kit/state/create-store'
import { forgetKeptEnrolment, type KeptEnrolment, keepEnrolment } from '../parts/kept-enrolment'
import type { Enrolment, EnrolmentEvent } from './enrolment'

/** Keeps on the phone where an enrolment's parts lie, so that it can be gone on with after the app was closed. */
export function rememberEnrolment(store: Store<Enrolment, EnrolmentEvent>, storage: SecureStorage): void {
  // What an earlier run of the app left is not known here.
  let remembered: string | undefined = ''
  let written: Promise<void> = Promise.resolve()
  store.subscribe(() => {
    const kept = keptOf(store.get())
    const text = JSON.stringify(kept)
    if (text === remembered) return
    remembered = text
    const write = () => (kept ? keepEnrolment(storage, kept) : forgetKeptEnrolment(storage))
    // In the order in which things happened; a phone without room forgets when it is closed.
    written = written.then(write).catch(() => undefined)
  })
}

function keptOf({ begun, cardFile, emblemFile, selfieCheck }: Enrolment): KeptEnrolment | undefined {
  if (!begun) return undefined
  return {
    begun,
    ...(cardFile !== undefined && { card: cardFile }),
    ...(emblemFile !== undefined && { emblem: emblemFile }),
    ...(selfieCheck.phase === 'good' && { selfie: selfieCheck.files }),
  }
}

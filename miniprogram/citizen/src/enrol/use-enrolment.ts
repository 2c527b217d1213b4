import { useAsk } from '@nansha/kit/cloud/use-ask'
import { useClock } from '@nansha/kit/device/corrected-clock'
import { secureStorage } from '@nansha/kit/device/secure-storage'
import { UNFINISHED } from '../parts/unfinished-enrolment'
import { useChildren } from '../wallet/use-children'
import { useWallet } from '../wallet/use-wallet'
import type { EnrolmentServices } from './enrolment-services'
import type { EnrolmentSession } from './enrolment-session'
import { joinEnrolment } from './join-services'
import { nextStep } from './next-step'
import { rememberEnrolment } from './remember-enrolment'

let services: EnrolmentServices | undefined

/** One enrolment in the life of the app, whichever of its pages is opened first. */
export function useEnrolment(): EnrolmentServices {
  const ask = useAsk()
  const { now } = useClock()
  const { wallet } = useWallet()
  const children = useChildren()
  services ??= goOnWithKept(joinEnrolment({ ask, now, wallet, children }))
  return services
}

/** What was under way when the app was closed is gone on with; from then on the first page is told, and the phone remembers. */
function goOnWithKept(joined: EnrolmentServices): EnrolmentServices {
  const { store, resume } = joined.enrolmentSession
  const resumeKept = () => {
    const kept = UNFINISHED.get()?.kept
    if (kept) void resume(kept)
  }
  UNFINISHED.subscribe(resumeKept)
  tellHome(joined.enrolmentSession)
  rememberEnrolment(store, secureStorage)
  resumeKept()
  return joined
}

/** The first page knows nothing of enrolment but where to go on, until when, and how to forget what was given. */
function tellHome({ store, discard }: EnrolmentSession): void {
  store.subscribe(() => {
    const enrolment = store.get()
    const step = nextStep(enrolment)
    UNFINISHED.dispatch(step === 'notice' ? undefined : { step, until: enrolment.begun?.expiresAt, discard })
  })
}

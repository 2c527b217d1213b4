import { useAsk } from '@nansha/kit/cloud/use-ask'
import { useClock } from '@nansha/kit/device/corrected-clock'
import { UNFINISHED } from '../parts/unfinished-enrolment'
import { useChildren } from '../wallet/use-children'
import { useWallet } from '../wallet/use-wallet'
import type { EnrolmentServices } from './enrolment-services'
import { joinEnrolment } from './join-services'
import { nextStep } from './next-step'

let services: EnrolmentServices | undefined

/** One enrolment in the life of the app, whichever of its pages is opened first. */
export function useEnrolment(): EnrolmentServices {
  const ask = useAsk()
  const { now } = useClock()
  const { wallet } = useWallet()
  const children = useChildren()
  services ??= tellHome(joinEnrolment({ ask, now, wallet, children }))
  return services
}

/** The first page knows nothing of enrolment but where to go on, and how to forget what was given. */
function tellHome(joined: EnrolmentServices): EnrolmentServices {
  const { store, discard } = joined.enrolmentSession
  store.subscribe(() => {
    const step = nextStep(store.get())
    UNFINISHED.dispatch(step === 'notice' ? undefined : { step, discard })
  })
  return joined
}

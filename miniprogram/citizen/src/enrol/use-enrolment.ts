import { createService } from '@nansha/kit/service/create-service'
import type { LivenessAsked } from '@nansha/shared/api/enrol'
import type { CounterSession } from './counter-session'
import type { EnrolmentSession } from './enrolment-session'
import type { NetworkIdStep } from './network-id-step'

export interface EnrolmentServices {
  readonly enrolmentSession: EnrolmentSession
  readonly counterSession: CounterSession
  readonly networkIdStep: NetworkIdStep
  /** What the guided capture asks of the person; each call draws anew. @throws NanshaError */
  readonly askChallenge: () => Promise<LivenessAsked>
}

export const [EnrolmentProvider, useEnrolment] = createService<EnrolmentServices>('enrolment')

import { createValue } from '@nansha/kit/state/create-value'
import type { Step } from '../steps'

export interface UnfinishedEnrolment {
  /** What is still to be given. */
  readonly step: Step
  /** Forgets everything given, here and on the server. */
  readonly discard: () => void
}

/** Of this run of the app; the pages of enrolment are in a package of their own and write it. */
export const UNFINISHED = createValue<UnfinishedEnrolment | undefined>(undefined)

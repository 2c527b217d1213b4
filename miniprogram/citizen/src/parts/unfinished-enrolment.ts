import { createValue } from '@nansha/kit/state/create-value'
import type { Step } from '../steps'
import type { KeptEnrolment } from './kept-enrolment'

export interface UnfinishedEnrolment {
  /** What is still to be given. */
  readonly step: Step
  /** Unix seconds; until then the server holds what it was given. */
  readonly until?: number | undefined
  /** Forgets everything given, here and on the server. */
  readonly discard: () => void
  /** From before the app was closed. */
  readonly kept?: KeptEnrolment
}

/** What the first page knows of enrolment, whose pages are in a package of their own: they write it, as does the start of the app. */
export const UNFINISHED = createValue<UnfinishedEnrolment | undefined>(undefined)

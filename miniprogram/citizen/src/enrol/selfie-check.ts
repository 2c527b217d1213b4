import type { ErrorCode } from '@nansha/shared/errors'
import type { Remedy } from './remedy'
import type { SelfieFiles } from './upload-selfie'

/** What the server says of the selfie or the film, which is asked as soon as it was taken. */
export type SelfieCheck =
  | { readonly phase: 'none' | 'running' }
  /** Nothing is wrong with it, and it lies on the server. */
  | { readonly phase: 'good'; readonly files: SelfieFiles }
  /** What is to be taken again; or nothing was found out, and it may be asked once more. */
  | { readonly phase: 'failed'; readonly code: ErrorCode; readonly remedy: Remedy }
  /** The citizen went on without an answer: the submission looks at it. */
  | { readonly phase: 'skipped' }

/** Whether the citizen may go on. */
export function isSettled({ phase }: SelfieCheck): boolean {
  return phase === 'good' || phase === 'skipped'
}

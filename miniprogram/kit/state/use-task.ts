import type { ErrorCode } from '@nansha/shared/errors'
import { NanshaError } from '@nansha/shared/errors'
import { useCallback, useState } from 'react'
import { codeOf } from '../cloud/ask'

export interface Failure {
  readonly code: ErrorCode
  readonly details: NanshaError['details']
}

export interface Task {
  readonly isRunning: boolean
  /** Why the last run failed; gone when the next one begins. */
  readonly failure?: Failure
  /** Runs the work unless it is running already. */
  readonly run: (work: () => Promise<void>) => void
}

/** One thing at a time that takes a while and may fail, as behind a button. */
export function useTask(): Task {
  const [state, setState] = useState<Omit<Task, 'run'>>({ isRunning: false })
  const { isRunning } = state
  const run = useCallback(
    (work: () => Promise<void>) => {
      if (isRunning) return
      setState({ isRunning: true })
      work().then(
        () => setState({ isRunning: false }),
        (error) => setState({ isRunning: false, failure: failureOf(error) }),
      )
    },
    [isRunning],
  )
  return { ...state, run }
}

function failureOf(error: unknown): Failure {
  return { code: codeOf(error), details: error instanceof NanshaError ? error.details : {} }
}

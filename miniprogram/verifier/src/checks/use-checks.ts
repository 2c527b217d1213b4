import { useAsk } from '@nansha/kit/cloud/use-ask'
import { type Failure, useTask } from '@nansha/kit/state/use-task'
import type { Checks, VerifyEvent, Warnings } from '@nansha/shared/api/verify'
import { useEffect, useState } from 'react'

export interface ShownChecks {
  /** `undefined` until the first page came. */
  readonly checks: Checks['checks'] | undefined
  /** Of the last seven days, read or not. */
  readonly warnings: Warnings['warnings']
  readonly isRunning: boolean
  readonly failure: Failure | undefined
  /** From the newest on. */
  readonly reload: () => void
  /** The next older page; `undefined` when there is none. */
  readonly loadOlder: (() => void) | undefined
}

/** The history of this desk, a page at a time, and what it was warned of. */
export function useChecks(): ShownChecks {
  const ask = useAsk()
  const [checks, setChecks] = useState<Checks['checks']>()
  const [before, setBefore] = useState<number>()
  const [warnings, setWarnings] = useState<Warnings['warnings']>([])
  const { isRunning, failure, run } = useTask()

  const load = async (event: Extract<VerifyEvent, { action: 'checks' }>) => {
    const page = await ask<Checks>('verify', event)
    setChecks((known) => (event.before === undefined ? page.checks : [...(known ?? []), ...page.checks]))
    setBefore(page.before)
  }
  const reload = () =>
    run(async () => {
      const event: VerifyEvent = { action: 'warnings', read: [] }
      const [found] = await Promise.all([ask<Warnings>('verify', event), load({ action: 'checks' })])
      setWarnings(found.warnings)
    })
  useEffect(reload, [])
  const loadOlder = before === undefined ? undefined : () => run(() => load({ action: 'checks', before }))
  return { checks, warnings, isRunning, failure, reload, loadOlder }
}

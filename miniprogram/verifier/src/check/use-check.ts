import { callFunction } from '@nansha/kit/cloud/cloud'
import { signal } from '@nansha/kit/device/feedback'
import type { TicketVerified, UseConfirmed, VerifyEvent } from '@nansha/shared/api/verify'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { type Dispatch, useEffect, useReducer } from 'react'
import { type Check, type CheckEvent, nextCheck } from './check'

/** Runs one guest's check after the other: asks the cloud when a step needs it, and signals how each ends. */
export function useCheck(scenario: ScenarioName): readonly [Check, Dispatch<CheckEvent>] {
  const [check, dispatch] = useReducer(nextCheck, { at: 'scanning' })

  useEffect(() => {
    let current = true
    ask(check, scenario).then((event) => {
      if (current && event !== undefined) dispatch(event)
    })
    return () => {
      current = false
    }
  }, [check, scenario])

  useEffect(() => {
    if (check.at === 'accepted' || check.at === 'refused') signal(check.at)
  }, [check.at])

  return [check, dispatch]
}

async function ask(check: Check, scenario: ScenarioName): Promise<CheckEvent | undefined> {
  if (check.at === 'checking') {
    const answer = await verify<TicketVerified>({ action: 'ticket', scenario, ticket: check.ticket })
    return answer.ok ? { type: 'verified', use: answer } : { type: 'failed', code: answer.code }
  }
  if (check.at === 'confirming') {
    const { use, portraitMatches } = check
    const answer = await verify<UseConfirmed>({ action: 'confirm', useId: use.useId, portraitMatches })
    return answer.ok ? { type: 'confirmed', verdict: answer.verdict } : { type: 'failed', code: answer.code }
  }
  return undefined
}

const verify = <Result>(event: VerifyEvent) => callFunction<VerifyEvent, Result>('verify', event)

import { codeOf } from '@nansha/kit/cloud/ask'
import { signal } from '@nansha/kit/device/feedback'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { type Dispatch, useEffect, useReducer } from 'react'
import { type Check, type CheckEvent, nextCheck } from './check'
import { outcomeOf } from './subject'
import { type Desk, useDesk } from './use-desk'

/** Runs one check after another: does what a step needs, and signals how each ends. */
export function useCheck(
  scenario: ScenarioName,
  stay: string | undefined,
): readonly [Check, Dispatch<CheckEvent>] {
  const desk = useDesk()
  const [check, dispatch] = useReducer(nextCheck, { at: 'scanning' })

  useEffect(() => {
    let current = true
    act(desk, check, scenario, stay)
      .catch((error): CheckEvent => ({ type: 'failed', code: codeOf(error) }))
      .then((event) => {
        if (current && event !== undefined) dispatch(event)
      })
    return () => {
      current = false
    }
  }, [desk, check, scenario, stay])

  useEffect(() => {
    if (check.at === 'accepted') signal(outcomeOf(check.subject) === 'accepted' ? 'accepted' : 'refused')
    if (check.at === 'refused') signal('refused')
  }, [check])

  return [check, dispatch]
}

async function act(
  desk: Desk,
  check: Check,
  scenario: ScenarioName,
  stay: string | undefined,
): Promise<CheckEvent | undefined> {
  switch (check.at) {
    case 'checking':
      return { type: 'verified', subject: await desk.verifyTicket(scenario, check.ticket) }
    case 'reading': {
      const { proof, portrait } = check.frames
      if (proof === undefined || check.genuine) return undefined
      const frames = { proof, ...(portrait !== undefined && { portrait }) }
      return { type: 'verified', subject: await desk.checkPass(scenario, frames) }
    }
    case 'confirming':
      return { type: 'confirmed', verdict: await desk.confirmUse(check.subject, check.portraitMatches, stay) }
    default:
      return undefined
  }
}

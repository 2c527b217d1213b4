import { type Ask, codeOf } from '@nansha/kit/cloud/ask'
import { useAsk } from '@nansha/kit/cloud/use-ask'
import { type CorrectedClock, useClock } from '@nansha/kit/device/corrected-clock'
import { useStore } from '@nansha/kit/state/use-store'
import type { StaffSession, VerifyEvent } from '@nansha/shared/api/verify'
import { DAY_SECONDS } from '@nansha/shared/clock/durations'
import { type ErrorCode, UNANSWERED } from '@nansha/shared/errors'
import type { Licence } from '@nansha/shared/trust/bundle'
import { useCallback, useEffect, useState } from 'react'
import type { TrustState } from '../trust/held-trust'
import type { TrustSession } from '../trust/trust-session'
import { useTrust } from '../trust/use-trust'

/** The desk reminds its manager a month before the licence ends. */
const WARN_BEFORE_SECONDS = 30 * DAY_SECONDS

export type Session =
  | { readonly at: 'loading' }
  | { readonly at: 'open'; readonly session: StaffSession; readonly endsSoon: boolean }
  /** Without network a desk works on with the licence in its offline data. */
  | { readonly at: 'offline'; readonly licence: Licence; readonly code: ErrorCode }
  | { readonly at: 'failed'; readonly code: ErrorCode }

interface Services extends CorrectedClock {
  readonly ask: Ask
  readonly trust: TrustSession
}

function toSession(session: StaffSession, now: number): Session {
  const left = session.licenceExpiresAt - now / 1000
  if (left <= 0) return { at: 'failed', code: 'LICENCE_EXPIRED' }
  return { at: 'open', session, endsSoon: left < WARN_BEFORE_SECONDS }
}

function withoutSession(code: ErrorCode, state: TrustState): Session {
  // A slow answer comes at the next try; offline checks are for when none can come.
  return UNANSWERED.has(code) && code !== 'SERVICE_SLOW' && state.phase === 'held'
    ? { at: 'offline', licence: state.bundle.licence, code }
    : { at: 'failed', code }
}

/** @returns who this desk is, asked from the cloud each time the page opens, and a way to ask again. */
export function useSession(): readonly [Session, () => void] {
  const ask = useAsk()
  const { now } = useClock()
  const trust = useTrust()
  const [asked, setAsked] = useState<Session>({ at: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const trustState = useStore(trust.store)

  useEffect(() => {
    let current = true
    setAsked({ at: 'loading' })
    openSession({ ask, trust, now }).then((session) => {
      if (current) setAsked(session)
    })
    return () => {
      current = false
    }
  }, [ask, trust, now, attempt])

  const session = asked.at === 'failed' ? withoutSession(asked.code, trustState) : asked
  return [session, useCallback(() => setAttempt((count) => count + 1), [])]
}

async function openSession({ ask, trust, now }: Services): Promise<Session> {
  const event: VerifyEvent = { action: 'session' }
  try {
    const session = await ask<StaffSession>('verify', event)
    await followOrganisation(trust, session.organisationId)
    return toSession(session, now())
  } catch (error) {
    return { at: 'failed', code: codeOf(error) }
  }
}

/** Staff who moved to another organisation need its licence in the offline data. */
async function followOrganisation(trust: TrustSession, organisationId: string): Promise<void> {
  await trust.load()
  const state = trust.store.get()
  if (state.phase !== 'held' || state.bundle.licence.organisationId !== organisationId) await trust.refresh()
}

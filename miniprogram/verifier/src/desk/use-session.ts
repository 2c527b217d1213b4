import type { CloudAnswer } from '@nansha/kit/cloud/answer'
import { callFunction } from '@nansha/kit/cloud/cloud'
import type { StaffSession, VerifyEvent } from '@nansha/shared/api/verify'
import type { ErrorCode } from '@nansha/shared/errors'
import { useCallback, useEffect, useState } from 'react'

/** The desk reminds its manager a month before the licence ends. */
const WARN_BEFORE_SECONDS = 30 * 86_400

export type Session =
  | { readonly at: 'loading' }
  | { readonly at: 'open'; readonly session: StaffSession; readonly endsSoon: boolean }
  | { readonly at: 'failed'; readonly code: ErrorCode }

function toSession(answer: CloudAnswer<StaffSession>): Session {
  if (!answer.ok) return { at: 'failed', code: answer.code }
  const now = answer.serverTime / 1000
  if (answer.licenceExpiresAt <= now) return { at: 'failed', code: 'LICENCE_EXPIRED' }
  return { at: 'open', session: answer, endsSoon: answer.licenceExpiresAt - now < WARN_BEFORE_SECONDS }
}

/** @returns who this desk is, asked from the cloud each time the page opens, and a way to ask again. */
export function useSession(): readonly [Session, () => void] {
  const [state, setState] = useState<Session>({ at: 'loading' })
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let current = true
    setState({ at: 'loading' })
    callFunction<VerifyEvent, StaffSession>('verify', { action: 'session' }).then((answer) => {
      if (!current) return
      setState(toSession(answer))
    })
    return () => {
      current = false
    }
  }, [attempt])

  return [state, useCallback(() => setAttempt((count) => count + 1), [])]
}

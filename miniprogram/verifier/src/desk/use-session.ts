import { callFunction } from '@nansha/kit/cloud/cloud'
import type { StaffSession, VerifyEvent } from '@nansha/shared/api/verify'
import type { ErrorCode } from '@nansha/shared/errors'
import { useCallback, useEffect, useState } from 'react'

export type Session =
  | { readonly at: 'loading' }
  | { readonly at: 'open'; readonly session: StaffSession }
  | { readonly at: 'failed'; readonly code: ErrorCode }

/** @returns who this desk is, asked from the cloud each time the page opens, and a way to ask again. */
export function useSession(): readonly [Session, () => void] {
  const [state, setState] = useState<Session>({ at: 'loading' })
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let current = true
    setState({ at: 'loading' })
    callFunction<VerifyEvent, StaffSession>('verify', { action: 'session' }).then((answer) => {
      if (!current) return
      setState(answer.ok ? { at: 'open', session: answer } : { at: 'failed', code: answer.code })
    })
    return () => {
      current = false
    }
  }, [attempt])

  return [state, useCallback(() => setAttempt((count) => count + 1), [])]
}

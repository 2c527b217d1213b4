import { codeOf } from '@nansha/kit/cloud/ask'
import { useAsk } from '@nansha/kit/cloud/use-ask'
import { useClock } from '@nansha/kit/device/corrected-clock'
import { randomBytes } from '@nansha/kit/device/random'
import { secureStorage } from '@nansha/kit/device/secure-storage'
import { NanshaError } from '@nansha/shared/errors'
import { useEffect, useReducer } from 'react'
import { useTrust } from '../trust/use-trust'
import { keepPortalReceipt } from '../wallet/portal-receipts'
import { useWallet } from '../wallet/use-wallet'
import { answerPortal } from './answer-portal'
import { callerOf } from './caller-of'
import { portalAnswer } from './portal-answer'
import { type PortalPorts, readPortal, refusePortal } from './read-portal'

/** Drives one answer to a website. @param link as scanned or opened */
export function usePortalAnswer(link: string) {
  const ports: PortalPorts = {
    ask: useAsk(),
    wallet: useWallet().wallet,
    trust: useTrust(),
    now: useClock().now,
    randomBytes,
    caller: callerOf(link),
  }
  const [state, dispatch] = useReducer(portalAnswer, { phase: 'reading' })
  const fail = (error: unknown) => {
    const claims = error instanceof NanshaError ? error.details.claims : undefined
    dispatch({
      type: 'failed',
      reason: codeOf(error),
      ...(typeof claims === 'string' && { claims: claims.split(',') }),
    })
  }

  useEffect(() => {
    readPortal(ports, link).then((request) => dispatch({ type: 'read', request }), fail)
  }, [link])

  const approve = async () => {
    if (state.phase !== 'asked' && state.phase !== 'locked') return
    const { request, chosen } = state
    dispatch({ type: 'approve' })
    try {
      const answered = await answerPortal(ports, request, chosen)
      // What was shared was shared: a phone without room for the receipt must not say that it was not.
      await keepPortalReceipt(secureStorage, answered.receipt).catch(() => undefined)
      dispatch({ type: 'answered', answered })
    } catch (error) {
      fail(error)
    }
  }

  const decline = () => {
    if (state.phase !== 'asked' && state.phase !== 'locked') return
    void refusePortal(ports, state.request, 'access_denied')
    dispatch({ type: 'decline' })
  }

  return { state, dispatch, approve, decline }
}

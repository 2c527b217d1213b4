import { codeOf } from '@nansha/kit/cloud/ask'
import { type CorrectedClock, useClock } from '@nansha/kit/device/corrected-clock'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { verifyDeskCode } from '@nansha/shared/desk-code/verify-desk-code'
import { digestText } from '@nansha/shared/encoding/digest'
import { NanshaError } from '@nansha/shared/errors'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { ACCEPTED_AFTER } from '@nansha/shared/ticket/ticket'
import { useEffect, useReducer } from 'react'
import { useReceipt } from '../present/use-receipt'
import type { TrustReader } from '../trust/trust-reader'
import { useTrust } from '../trust/use-trust'
import { suffices } from '../wallet/stocks'
import { useWallet } from '../wallet/use-wallet'
import type { WalletSession } from '../wallet/wallet-session'
import { walletRefusal } from '../wallet/wallet-state'
import { deliverTicket } from './deliver-ticket'
import { type AskingDesk, awaitedAnswer, deskAnswer } from './desk-answer'

/** A ticket on its way is given up this long before the desk would refuse it. Seconds. */
const SPARE_SECONDS = 10
const PAUSE_MS = 1500
/** A desk asks every second or two; after this it will not come. */
const LAPSE_MS = (ACCEPTED_AFTER + 5) * 1000

interface Services extends CorrectedClock {
  readonly wallet: WalletSession
  readonly trust: TrustReader
}

/** Drives one answer to a desk's code. */
export function useDeskAnswer() {
  const services: Services = { ...useWallet(), ...useClock(), trust: useTrust() }
  const [state, dispatch] = useReducer(deskAnswer, { phase: 'scanning' })

  /** @param find gives the text of the code that was scanned, or that eight digits stand for */
  const read = async (find: () => Promise<string>) => {
    if (state.phase !== 'scanning') return
    dispatch({ type: 'scanned' })
    try {
      const text = await find()
      dispatch({ type: 'read', desk: { text, code: await readNow(services, text) } })
    } catch (error) {
      dispatch({ type: 'failed', reason: codeOf(error) })
    }
  }

  const approve = async () => {
    if (state.phase !== 'asked' && state.phase !== 'locked') return
    dispatch({ type: 'approve' })
    try {
      dispatch({ type: 'handed-over', use: await answerNow(services, state.desk) })
    } catch (error) {
      dispatch({ type: 'failed', reason: codeOf(error) })
    }
  }

  useReceipt(awaitedAnswer(state), (use, receipt) => dispatch({ type: 'recorded', use, receipt }))
  const isWaiting = state.phase === 'waiting'
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => dispatch({ type: 'lapse' }), LAPSE_MS)
    return () => clearTimeout(timer)
  }, [isWaiting])

  const scan = (text: string) => read(async () => text)
  const type = (digits: string) =>
    read(async () => {
      await services.wallet.load()
      return services.wallet.client.findDesk(digits)
    })
  return { state, dispatch, scan, type, approve }
}

/** @throws NanshaError why this desk must not be answered, or cannot be now */
async function readNow({ wallet, trust, now }: Services, text: string) {
  await wallet.load()
  const state = wallet.store.get()
  const refusal = walletRefusal(state, now())
  if (refusal || state.phase !== 'held') throw new NanshaError(refusal ?? 'CREDENTIAL_NONE')
  const { issuerId } = state.identity
  return verifyDeskCode(text, await trust.read(), issuerId, unixSeconds(now()), verifyWithNoble)
}

/** @returns the handle that was used up for it */
async function answerNow(
  { wallet, now }: Services,
  { text, code: { scenario } }: AskingDesk,
): Promise<string> {
  const { handle } = await wallet.stocks.handles.take(suffices(scenario, now()))
  const issuedAt = unixSeconds(now())
  const ticket = wallet.signTicket({ scenario, handle, issuedAt, desk: digestText(text) })
  await deliverTicket({
    send: () => wallet.client.answerDesk(text, ticket),
    goodUntil: (issuedAt + ACCEPTED_AFTER - SPARE_SECONDS) * 1000,
    now,
    pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)),
  })
  return handle
}

import { useNow } from '@nansha/kit/device/clock'
import { useClock } from '@nansha/kit/device/corrected-clock'
import { decodeBase64 } from '@nansha/shared/encoding/base64'
import { packPortrait } from '@nansha/shared/pass/portrait-frame'
import { isPassScenario, type ScenarioName } from '@nansha/shared/scenarios'
import { useMemo, useRef } from 'react'
import { useWallet } from '../wallet/use-wallet'
import type { WalletSession } from '../wallet/wallet-session'
import { type Rotation, rotateCode, secondsLeft } from './rotate-code'
import type { Code } from './take-code'

const TICK_MS = 500

/** What the screen shows now. */
export interface RotatingCode {
  /** Texts of QR codes, to be shown in turn: the ticket, or the two frames of a pass. */
  readonly frames: readonly string[]
  /** Seconds until the first of them is signed anew. */
  readonly secondsLeft: number
}

/** Signs a code anew for every slot of 15 s, the next one ahead of its time. @param child place of the child's card that is shown */
export function useRotatingCode(scenario: ScenarioName, code: Code, child?: number): RotatingCode {
  const { now } = useClock()
  const { wallet } = useWallet()
  useNow(TICK_MS)
  const rotation = useRef<Rotation>()
  const time = now()
  rotation.current = rotateCode(rotation.current, time, (issuedAt) =>
    sign(wallet, scenario, code, issuedAt, child),
  )
  const portrait = useMemo(() => portraitOf(code), [code])
  return { frames: [rotation.current.current.text, ...portrait], secondsLeft: secondsLeft(time) }
}

function sign(
  wallet: WalletSession,
  scenario: ScenarioName,
  code: Code,
  issuedAt: number,
  child?: number,
): string {
  return code.form === 'pass' && isPassScenario(scenario)
    ? wallet.signPass({ scenario, pass: code.held.pass, issuedAt })
    : wallet.signTicket({ scenario, handle: code.use, issuedAt, ...(child !== undefined && { child }) })
}

function portraitOf(code: Code): string[] {
  const webp = code.form === 'pass' ? decodeBase64(code.held.portrait) : undefined
  return webp ? [packPortrait(webp)] : []
}

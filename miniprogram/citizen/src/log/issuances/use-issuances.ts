import { codeOf } from '@nansha/kit/cloud/ask'
import { useClock } from '@nansha/kit/device/corrected-clock'
import { type ErrorCode, NanshaError } from '@nansha/shared/errors'
import type { LogHead } from '@nansha/shared/issuance-log/log-entry'
import { useCallback, useState } from 'react'
import { useTrust } from '../../trust/use-trust'
import { useWallet } from '../../wallet/use-wallet'
import type { LogCheck } from '../check-issuances'
import type { KeptHead } from '../kept-head'
import { type ReadIssuances, readIssuances } from '../read-issuances'
import { useKeptHead } from '../use-kept-head'

export type Contradiction = Exclude<LogCheck, 'HEAD'>

export type LoadedIssuances =
  | { readonly phase: 'loading' }
  | { readonly phase: 'loaded'; readonly log: ReadIssuances }
  | { readonly phase: 'failed'; readonly reason: ErrorCode }
  /** `kept` and `published` are what a citizen shows to whoever looks into it. */
  | {
      readonly phase: 'alarm'
      readonly check: Contradiction
      readonly kept: LogHead | undefined
      readonly published: LogHead
    }

export function useIssuances() {
  const keptHead = useKeptHead()
  const { now } = useClock()
  const trust = useTrust()
  const { wallet } = useWallet()
  const [state, setState] = useState<LoadedIssuances>({ phase: 'loading' })
  const reload = useCallback(async () => {
    setState({ phase: 'loading' })
    try {
      setState({ phase: 'loaded', log: await readIssuances({ wallet, trust, keptHead, now }) })
    } catch (error) {
      setState(await failureOf(error, keptHead))
    }
  }, [wallet, trust, keptHead, now])
  return { state, reload }
}

async function failureOf(error: unknown, keptHead: KeptHead): Promise<LoadedIssuances> {
  const { check, size, hash } = error instanceof NanshaError ? error.details : {}
  const isContradiction = codeOf(error) === 'LOG_INVALID' && check !== 'HEAD'
  if (!isContradiction) return { phase: 'failed', reason: codeOf(error) }
  const published = { size: Number(size), hash: String(hash) }
  return { phase: 'alarm', check: check as Contradiction, kept: await keptHead.load(), published }
}

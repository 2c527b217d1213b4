import { codeOf } from '@nansha/kit/cloud/ask'
import { type ErrorCode, NanshaError } from '@nansha/shared/errors'
import { useCallback, useState } from 'react'
import type { KeptLogStorage } from '../kept-log'
import type { LogCheck } from '../log-fault'
import { acknowledge, type ReadIssuances, readIssuances } from '../read-issuances'
import { useIssuanceLog } from '../use-issuance-log'

export type Contradiction = Exclude<LogCheck, 'HEAD'>

/** A tree by its size and its root. */
export interface Tree {
  readonly size: number
  readonly hash: string
}

export type LoadedIssuances =
  | { readonly phase: 'loading' }
  | { readonly phase: 'loaded'; readonly read: ReadIssuances }
  | { readonly phase: 'failed'; readonly reason: ErrorCode }
  /** `kept` and `published` are what a citizen shows to an investigator. */
  | {
      readonly phase: 'alarm'
      readonly check: Contradiction
      readonly kept: Tree | undefined
      readonly published: Tree
    }

export function useIssuances() {
  const { ports } = useIssuanceLog()
  const [state, setState] = useState<LoadedIssuances>({ phase: 'loading' })
  const reload = useCallback(async () => {
    setState({ phase: 'loading' })
    try {
      setState({ phase: 'loaded', read: await readIssuances(ports) })
    } catch (error) {
      setState(await failureOf(error, ports.keptLog))
    }
  }, [ports])
  const know = async (credential: string) => {
    await acknowledge(ports, credential)
    await reload()
  }
  return { state, reload, know }
}

async function failureOf(error: unknown, keptLog: KeptLogStorage): Promise<LoadedIssuances> {
  const { check, size, hash } = error instanceof NanshaError ? error.details : {}
  const isContradiction = codeOf(error) === 'LOG_INVALID' && check !== 'HEAD'
  if (!isContradiction) return { phase: 'failed', reason: codeOf(error) }
  const before = await keptLog.load()
  const kept = before && { size: before.size, hash: before.root }
  return {
    phase: 'alarm',
    check: check as Contradiction,
    kept,
    published: { size: Number(size), hash: String(hash) },
  }
}

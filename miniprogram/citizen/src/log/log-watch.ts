import { createStore, type Store } from '@nansha/kit/state/create-store'
import { HOUR_SECONDS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { singleFlight } from '@nansha/shared/single-flight'
import { unknownEntries } from './check-issuances'
import type { KeptLog } from './kept-log'
import { IN_BACKGROUND, type ReadIssuancesPorts, readIssuances } from './read-issuances'

/** What the owner must hear of: a credential that is not theirs, or a log that contradicts itself. */
export type LogNews = 'none' | 'unknown' | 'contradiction'

export interface LogWatch {
  readonly store: Store<LogNews, LogNews>
  /** Looks at the log when that is due. Never throws: without network or log there is no news. */
  look(): Promise<void>
}

/** Seconds between two automatic looks: a day. */
const DUE_AFTER = 20 * HOUR_SECONDS
/** While this phone's credential has no proof yet: the log takes it in within a minute. */
const DUE_WITHOUT_PROOF_AFTER = 60

/** Watches the issuance log while the app is used for other things. */
export function createLogWatch(ports: ReadIssuancesPorts): LogWatch {
  const store = createStore<LogNews, LogNews>((_, news) => news, 'none')
  const { keptLog, now } = ports

  const look = async () => {
    if (isDue(await keptLog.load(), now() / 1000)) {
      try {
        await readIssuances(ports, IN_BACKGROUND)
      } catch (error) {
        if (isContradiction(error)) return store.dispatch('contradiction')
      }
    }
    const kept = await keptLog.load()
    store.dispatch(kept && unknownEntries(kept).length > 0 ? 'unknown' : 'none')
  }

  return { store, look: singleFlight(() => look().catch(() => undefined)) }
}

function isDue(kept: KeptLog | undefined, now: number): boolean {
  if (!kept) return true
  return now - kept.at > (kept.staple ? DUE_AFTER : DUE_WITHOUT_PROOF_AFTER)
}

function isContradiction(error: unknown): boolean {
  return error instanceof NanshaError && error.code === 'LOG_INVALID' && error.details.check !== 'HEAD'
}

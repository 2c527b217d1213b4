import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { LogEntry } from '@nansha/shared/log/entry'
import { type ChainHead, createChain } from '@nansha/shared/log/former-chain'
import { logFault } from './log-fault'

const KEY = 'log-head'

/** The head that this phone kept when the log was a chain; looked at once, then forgotten. */
export interface FormerHead {
  load(): Promise<ChainHead | undefined>
  forget(): Promise<void>
}

export function createFormerHead(storage: SecureStorage): FormerHead {
  return {
    async load() {
      const stored = await storage.get(KEY)
      return stored === undefined ? undefined : (JSON.parse(stored) as ChainHead)
    },
    forget: () => storage.remove(KEY),
  }
}

/**
 * Checks, entry by entry from the first on, that the tree begins with the chain whose head was kept.
 *
 * @throws NanshaError LOG_INVALID `REWRITTEN`, from what it returns
 */
export function followChain(former: ChainHead): (entry: LogEntry) => void {
  const append = createChain()
  let size = 0
  return (entry) => {
    if (size === former.size) return
    const { head } = append(entry)
    size = head.size
    if (size === former.size && head.hash !== former.hash)
      throw logFault('REWRITTEN', { size, root: head.hash })
  }
}

import { DAY_SECONDS } from '../clock/durations'
/** Passes that this companion has accepted, by `passId`, with the Unix seconds at which it did. */
export type SeenPasses = Readonly<Record<string, number>>

/** A pass lives a day, so after that its second use is refused for its age. */
const REMEMBERED_SECONDS = DAY_SECONDS

/**
 * Notes a pass, in this companion's own memory: the only replay that can be refused without network.
 *
 * @param now Unix seconds
 * @returns what to keep, or `undefined` when the pass was accepted here before: a replay
 */
export function notePass(seen: SeenPasses, passId: string, now: number): SeenPasses | undefined {
  if (Object.keys(seen).includes(passId)) return undefined
  const fresh = Object.entries(seen).filter(([, at]) => now - at <= REMEMBERED_SECONDS)
  return { ...Object.fromEntries(fresh), [passId]: now }
}

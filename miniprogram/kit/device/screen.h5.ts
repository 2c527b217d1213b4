import type * as Port from './screen'

/** A browser offers only the wake lock, and not everywhere. */
export const holdScreenBright: typeof Port.holdScreenBright = () => {
  const lock = 'wakeLock' in navigator ? navigator.wakeLock.request('screen') : undefined
  lock?.catch(() => undefined)
  return () => {
    lock?.then((held) => held.release()).catch(() => undefined)
  }
}

import { readJson } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { ClockOffset } from '@nansha/shared/clock/clock-offset'
import * as v from 'valibot'

const KEY = 'clock-offset'
/** A remembered offset counts as little as an answer that took this long: any real answer outweighs it. */
const DOUBT_MS = 30_000

/** Keeps the clock offset over restarts, so that a phone with a wrong clock can also sign right without network. */
export function rememberClock(storage: SecureStorage, clock: ClockOffset, deviceNow: () => number) {
  return {
    async restore(): Promise<void> {
      const offset = await readJson(storage, KEY, v.number())
      const now = deviceNow()
      if (offset !== undefined) clock.observe(now + offset, now - DOUBT_MS / 2, now + DOUBT_MS / 2)
    },
    save: (): Promise<void> => storage.set(KEY, String(clock.now() - deviceNow())),
  }
}

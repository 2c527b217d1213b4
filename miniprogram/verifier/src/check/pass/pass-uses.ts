import { type Ask, codeOf } from '@nansha/kit/cloud/ask'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { Store } from '@nansha/kit/state/create-store'
import { createValue } from '@nansha/kit/state/create-value'
import type { PassUse, PassUseRecorded, VerifyEvent } from '@nansha/shared/api/verify'
import { type ErrorCode, NanshaError, UNANSWERED } from '@nansha/shared/errors'
import { notePass } from '@nansha/shared/pass/seen-passes'
import { runOnce, singleFlight } from '@nansha/shared/single-flight'
import { type KeptUses, keepUses, NO_USES } from './kept-uses'

/** Nothing can be reported now. */
const NO_ANSWER: ReadonlySet<ErrorCode> = new Set([...UNANSWERED, 'CALLER_UNKNOWN'])
/** This report may be taken when it is made again, and others now; after any other refusal it will never be taken. */
const LATER: ReadonlySet<ErrorCode> = new Set(['STAFF_NOT_ENTITLED', 'LICENCE_EXPIRED'])

export interface PassUses {
  readonly store: Store<KeptUses, KeptUses>
  load(): Promise<void>
  /** Whether a pass was decided on here before. */
  hasSeen(passId: string): Promise<boolean>
  /**
   * Takes the attendant's decision on a pass, remembers the pass, and keeps the report until it was taken.
   *
   * @param now Unix seconds
   * @throws NanshaError TICKET_REPLAYED
   */
  record(passId: string, use: PassUse, now: number): Promise<void>
  /** Reports what is waiting, oldest first; without network it waits on. Never throws. */
  report(): Promise<void>
}

/** Passes that this device decided on by itself, kept over restarts until the cloud knows of them. */
export function createPassUses({
  ask,
  storage,
}: {
  readonly ask: Ask
  readonly storage: SecureStorage
}): PassUses {
  const kept = keepUses(storage)
  const store = createValue(NO_USES)
  const load = runOnce(() => kept.load().then(store.dispatch))
  const save = async (changed: Partial<KeptUses>) => {
    const next = { ...store.get(), ...changed }
    await kept.save(next)
    store.dispatch(next)
  }

  const settle = async (passId: string, changed: Partial<KeptUses> = {}) => {
    await save({ waiting: store.get().waiting.filter((id) => id !== passId), ...changed })
    await kept.dropUse(passId)
  }
  const reportOne = async (passId: string) => {
    const use = await kept.loadUse(passId)
    if (!use) return settle(passId)
    const event: VerifyEvent = { action: 'pass-use', ...use }
    const { result } = await ask<PassUseRecorded>('verify', event)
    const { scenario, at } = use
    const { doubles } = store.get()
    await settle(passId, result === 'double' ? { doubles: [...doubles, { passId, scenario, at }] } : {})
  }
  const reportAll = async () => {
    await load()
    for (const passId of store.get().waiting) {
      const failure = await reportOne(passId).then(() => undefined, codeOf)
      if (failure !== undefined && NO_ANSWER.has(failure)) return
      if (failure !== undefined && !LATER.has(failure)) await settle(passId)
    }
  }

  return {
    store,
    load,
    async hasSeen(passId) {
      await load()
      return passId in store.get().seen
    },
    async record(passId, use, now) {
      await load()
      const { seen, waiting } = store.get()
      const noted = notePass(seen, passId, now)
      if (!noted) throw new NanshaError('TICKET_REPLAYED')
      await kept.saveUse(passId, use)
      await save({ seen: noted, waiting: [...waiting, passId] })
    },
    report: singleFlight(() => reportAll().catch(() => undefined)),
  }
}

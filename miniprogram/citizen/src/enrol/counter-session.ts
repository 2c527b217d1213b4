import { codeOf } from '@nansha/kit/cloud/ask'
import { createStore, type Store } from '@nansha/kit/state/create-store'
import type { CounterBegun } from '@nansha/shared/api/counter'
import type { HeldChild } from '../wallet/held-children'
import type { HeldCredential } from '../wallet/held-credential'
import type { CounterApplication } from './apply-at-counter'
import { type CounterEvent, type CounterState, counterState } from './counter-state'

export interface CounterSession {
  readonly store: Store<CounterState, CounterEvent>
  /** Asks for a code, for oneself or a child; a second tap while one is on its way does nothing. */
  apply(forChild: boolean): Promise<void>
  /** Asks whether the officer has approved, and keeps what was issued if so. */
  collect(): Promise<void>
  leave(): void
}

export interface CounterSessionPorts {
  readonly begin: () => Promise<CounterBegun>
  readonly apply: (begun: CounterBegun, forChild: boolean) => Promise<CounterApplication>
  /** @returns `undefined` until the officer approved */
  readonly collect: (applicationId: string) => Promise<HeldCredential | HeldChild | undefined>
  readonly keep: (held: HeldCredential) => Promise<void>
  readonly keepChild: (child: HeldChild) => Promise<void>
  /** Fetches a child's card of which the answer was lost. @returns its place, if there was one */
  readonly recoverChild: () => Promise<number | undefined>
}

/** One application at a counter; the code stays while other pages are looked at. */
export function createCounterSession(ports: CounterSessionPorts): CounterSession {
  const store = createStore<CounterState, CounterEvent>(counterState, { phase: 'none' })
  /** Begun, and not applied for while the holder unlocks: an account may have few open. */
  let begun: CounterBegun | undefined
  /** What was collected is gone from the server, whether or not its answer arrived. */
  const recover = () => ports.recoverChild().catch(() => undefined)
  return {
    store,
    async apply(forChild) {
      const { phase } = store.get()
      if (phase === 'applying' || phase === 'waiting') return
      store.dispatch({ type: 'applied' })
      try {
        begun ??= await ports.begin()
        store.dispatch({ type: 'opened', application: await ports.apply(begun, forChild) })
        begun = undefined
      } catch (error) {
        const code = codeOf(error)
        if (code !== 'UNLOCK_REQUIRED') begun = undefined
        store.dispatch({ type: 'failed', code })
      }
    },
    async collect() {
      const state = store.get()
      if (state.phase !== 'waiting') return
      try {
        const held = await ports.collect(state.application.applicationId)
        if (held === undefined) return
        if ('place' in held) await ports.keepChild(held)
        else await ports.keep(held)
        store.dispatch('place' in held ? { type: 'issued', child: held.place } : { type: 'issued' })
      } catch (error) {
        const code = codeOf(error)
        const child = code === 'ENROLMENT_UNKNOWN' && state.application.forChild ? await recover() : undefined
        store.dispatch(child === undefined ? { type: 'failed', code } : { type: 'issued', child })
      }
    },
    leave: () => store.dispatch({ type: 'left' }),
  }
}

import { codeOf } from '@nansha/kit/cloud/ask'
import { createStore, type Store } from '@nansha/kit/state/create-store'
import type { HeldCredential } from '../wallet/held-credential'
import type { CounterApplication } from './apply-at-counter'
import { type CounterEvent, type CounterState, counterState } from './counter-state'

export interface CounterSession {
  readonly store: Store<CounterState, CounterEvent>
  /** Asks for a code, for oneself or a child; a second tap while one is on its way does nothing. */
  apply(forChild: boolean): Promise<void>
  /** Asks whether the officer has approved, and keeps the credential if so. */
  collect(): Promise<void>
  leave(): void
}

export interface CounterSessionPorts {
  readonly apply: (forChild: boolean) => Promise<CounterApplication>
  /** @returns `undefined` until the officer approved */
  readonly collect: (applicationId: string) => Promise<HeldCredential | undefined>
  readonly keep: (held: HeldCredential) => Promise<void>
}

/** One application at a counter; the code stays while other pages are looked at. */
export function createCounterSession({ apply, collect, keep }: CounterSessionPorts): CounterSession {
  const store = createStore<CounterState, CounterEvent>(counterState, { phase: 'none' })
  return {
    store,
    async apply(forChild) {
      const { phase } = store.get()
      if (phase === 'applying' || phase === 'waiting') return
      store.dispatch({ type: 'applied' })
      try {
        store.dispatch({ type: 'opened', application: await apply(forChild) })
      } catch (error) {
        store.dispatch({ type: 'failed', code: codeOf(error) })
      }
    },
    async collect() {
      const state = store.get()
      if (state.phase !== 'waiting') return
      try {
        const held = await collect(state.application.applicationId)
        if (held === undefined) return
        await keep(held)
        store.dispatch({ type: 'issued' })
      } catch (error) {
        store.dispatch({ type: 'failed', code: codeOf(error) })
      }
    },
    leave: () => store.dispatch({ type: 'left' }),
  }
}

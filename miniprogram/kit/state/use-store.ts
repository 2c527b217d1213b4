import { useSyncExternalStore } from 'react'
import type { Store } from './create-store'

/** Draws the component again when the store's state changes. */
export function useStore<State>(store: Store<State, never>): State {
  return useSyncExternalStore(store.subscribe, store.get)
}

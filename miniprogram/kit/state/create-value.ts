import { createStore, type Store } from './create-store'

/** A {@link Store} whose event is its next value. */
export function createValue<T>(initial: T): Store<T, T> {
  return createStore((_, next) => next, initial)
}

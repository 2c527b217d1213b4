import { createContext, type Provider, useContext } from 'react'

/**
 * Makes a service that screens take from React's context: the root of an app provides it, and no screen imports the root.
 *
 * @param name for the error of a screen outside of it
 * @returns the provider for the root, and the hook for screens
 */
export function createService<T>(name: string): readonly [Provider<T | undefined>, () => T] {
  const Context = createContext<T | undefined>(undefined)
  const useService = () => {
    const service = useContext(Context)
    if (service === undefined) throw new Error(`The app provides no ${name}.`)
    return service
  }
  return [Context.Provider, useService]
}

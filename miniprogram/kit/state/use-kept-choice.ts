import { useCallback, useEffect, useState } from 'react'
import { secureStorage } from '../device/secure-storage'

/**
 * What the person chose on this device. Where nothing can be stored, it lasts until the app is closed.
 *
 * @param key under which it is stored
 * @param choices the first stands until another one was chosen
 * @returns the choice, and how to make another one
 */
export function useKeptChoice<Choice extends string>(key: string, choices: readonly [Choice, ...Choice[]]) {
  const [first, ...others] = choices
  const [choice, setChoice] = useState<Choice>(first)

  useEffect(() => {
    secureStorage.get(key).then(
      (stored) => {
        const kept = others.find((other) => other === stored)
        if (kept !== undefined) setChoice(kept)
      },
      () => undefined,
    )
  }, [])

  const choose = useCallback((chosen: Choice) => {
    setChoice(chosen)
    secureStorage.set(key, chosen).catch(() => undefined)
  }, [])
  return [choice, choose] as const
}

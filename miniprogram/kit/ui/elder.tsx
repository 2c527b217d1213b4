import { createContext, createElement, type PropsWithChildren, useContext, useMemo } from 'react'
import { useKeptChoice } from '../state/use-kept-choice'

const CHOICES = ['false', 'true'] as const

interface ElderVersion {
  /** Larger type and targets, fewer choices, words spoken where the device can. */
  readonly isElder: boolean
  readonly choose: (isElder: boolean) => void
}

const Context = createContext<ElderVersion>({ isElder: false, choose: () => undefined })

/** Put around an app that has a senior mode (长辈版); off until the person chose it on this device. */
export function ElderProvider({ children }: PropsWithChildren) {
  const [chosen, keep] = useKeptChoice('elder', CHOICES)
  const value = useMemo(
    () => ({ isElder: chosen === 'true', choose: (isElder: boolean) => keep(isElder ? 'true' : 'false') }),
    [chosen, keep],
  )
  return createElement(Context.Provider, { value }, children)
}

export function useElder(): ElderVersion {
  return useContext(Context)
}

import { createContext, createElement, type PropsWithChildren, useContext, useMemo } from 'react'
import { useKeptChoice } from '../state/use-kept-choice'

const CHOICES = ['false', 'true'] as const
const VOICES = ['on', 'off'] as const

interface ElderVersion {
  /** Larger type and targets, fewer choices. */
  readonly isElder: boolean
  readonly choose: (isElder: boolean) => void
  /** Whether what to do is said aloud: in senior mode, unless the person wants it silent. */
  readonly hasVoice: boolean
  readonly chooseVoice: (hasVoice: boolean) => void
}

const Context = createContext<ElderVersion>({
  isElder: false,
  choose: () => undefined,
  hasVoice: false,
  chooseVoice: () => undefined,
})

/** Put around an app that has a senior mode (长辈版); off until the person chose it on this device. */
export function ElderProvider({ children }: PropsWithChildren) {
  const [chosen, keep] = useKeptChoice('elder', CHOICES)
  const [voice, keepVoice] = useKeptChoice('voice', VOICES)
  const value = useMemo(() => {
    const isElder = chosen === 'true'
    return {
      isElder,
      choose: (elder: boolean) => keep(elder ? 'true' : 'false'),
      hasVoice: isElder && voice === 'on',
      chooseVoice: (hasVoice: boolean) => keepVoice(hasVoice ? 'on' : 'off'),
    }
  }, [chosen, keep, voice, keepVoice])
  return createElement(Context.Provider, { value }, children)
}

export function useElder(): ElderVersion {
  return useContext(Context)
}

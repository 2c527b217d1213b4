import {
  createContext,
  createElement,
  type PropsWithChildren,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { secureStorage } from '../device/secure-storage'

const STORAGE_KEY = 'elder'

interface ElderVersion {
  /** Larger type and targets, fewer choices, words spoken where the device can. */
  readonly isElder: boolean
  readonly choose: (isElder: boolean) => void
}

const Context = createContext<ElderVersion>({ isElder: false, choose: () => undefined })

/** Put around an app that has an elder version; off until the person chose it on this device. */
export function ElderProvider({ children }: PropsWithChildren) {
  const [isElder, setElder] = useState(false)

  useEffect(() => {
    secureStorage.get(STORAGE_KEY).then(
      (stored) => stored === 'true' && setElder(true),
      () => undefined,
    )
  }, [])

  const choose = useCallback((chosen: boolean) => {
    setElder(chosen)
    secureStorage.set(STORAGE_KEY, String(chosen)).catch(() => undefined)
  }, [])

  const value = useMemo(() => ({ isElder, choose }), [isElder, choose])
  return createElement(Context.Provider, { value }, children)
}

export function useElder(): ElderVersion {
  return useContext(Context)
}

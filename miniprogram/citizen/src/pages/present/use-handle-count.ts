import { useEffect, useState } from 'react'
import { wallet } from '../../services'

/** @returns how many more codes can be shown without network; `undefined` until storage has answered */
export function useHandleCount(): number | undefined {
  const [count, setCount] = useState<number>()
  useEffect(() => {
    void wallet.handles.count().then(setCount, () => undefined)
  }, [])
  return count
}

import { useEffect, useState } from 'react'
import { watchNetwork } from './network'

/** @returns whether the device believes it has a network; `true` until the platform has said otherwise. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => watchNetwork(setOnline), [])
  return online
}

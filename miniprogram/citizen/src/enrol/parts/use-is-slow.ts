import { useEffect, useState } from 'react'

const SLOW_MS = 10_000

/** Whether the same work goes on for longer than a person expects. */
export function useIsSlow(work: string): boolean {
  const [slow, setSlow] = useState<string>()
  useEffect(() => {
    const timer = setTimeout(() => setSlow(work), SLOW_MS)
    return () => clearTimeout(timer)
  }, [work])
  return slow === work
}

import { useEffect, useState } from 'react'

/**
 * Counts through `0 … length - 1` again and again, a step every `periodMs`, for things that are shown in turn.
 *
 * @param length 1 stands still
 */
export function useTurn(periodMs: number, length: number): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (length === 1) return
    const timer = setInterval(() => setTurn((current) => (current + 1) % length), periodMs)
    return () => clearInterval(timer)
  }, [periodMs, length])
  return turn % length
}

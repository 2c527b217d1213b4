import { useEffect, useState } from 'react'

/** The device's own clock, Unix time in milliseconds; correct it with `@nansha/shared/clock/clock-offset`. */
export function deviceNow(): number {
  return Date.now()
}

/** Re-renders every `periodMs` while the component is shown. @returns the device's clock in milliseconds. */
export function useNow(periodMs: number): number {
  const [now, setNow] = useState(deviceNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(deviceNow()), periodMs)
    return () => clearInterval(timer)
  }, [periodMs])
  return now
}

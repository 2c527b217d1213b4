import { useCallback, useEffect, useRef, useState } from 'react'

/** A little longer than the scanner takes between two looks at a code that is hard to read. */
const GONE_AFTER_MS = 1500

/** @returns whether the last guest's code is still in view, told by `onHeld` each time it was seen. */
export function useHeld() {
  const [held, setHeld] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>()

  const forget = useCallback(() => {
    clearTimeout(timer.current)
    setHeld(false)
  }, [])

  const onHeld = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setHeld(false), GONE_AFTER_MS)
    setHeld(true)
  }, [])

  useEffect(() => forget, [forget])

  return { held, onHeld, forget }
}

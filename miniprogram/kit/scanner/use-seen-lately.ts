import { useCallback, useEffect, useRef, useState } from 'react'

/** A little longer than the scanner takes between two looks at a code that is hard to read. */
const GONE_AFTER_MS = 1500

/** @returns whether something is still in view, told by `onSeen` at each look that saw it */
export function useSeenLately() {
  const [isSeen, setSeen] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>()

  const forget = useCallback(() => {
    clearTimeout(timer.current)
    setSeen(false)
  }, [])

  const onSeen = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setSeen(false), GONE_AFTER_MS)
    setSeen(true)
  }, [])

  useEffect(() => forget, [forget])

  return { isSeen, onSeen, forget }
}

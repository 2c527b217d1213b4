import { useDidHide, useDidShow } from '@tarojs/taro'
import { useLayoutEffect, useRef, useState } from 'react'

/** Of a frame that is being replaced; known only while React takes it away and puts the next one in its place. */
let replaced: { readonly wasShown: boolean } | undefined

/**
 * Whether the page of this frame is the one that the person sees. Pages below go on living, and the platform's calls that change
 * "the current page" would change the one above.
 */
export function useIsShown(): boolean {
  const [isShown, setShown] = useState(false)
  const current = useRef(false)
  const note = (shown: boolean) => {
    current.current = shown
    setShown(shown)
  }

  useDidShow(() => note(true))
  useDidHide(() => note(false))
  // A page that replaces its frame is not told again that it is shown: the former frame was.
  useLayoutEffect(() => {
    if (replaced?.wasShown) note(true)
    return () => {
      replaced = { wasShown: current.current }
      void Promise.resolve().then(() => {
        replaced = undefined
      })
    }
  }, [])

  return isShown
}

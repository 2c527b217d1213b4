import { safeExecute } from '@tarojs/runtime'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import {
  type ComponentType,
  type PropsWithChildren,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { NotLoaded, Opening } from './LateStates'

type Module<Props> = { readonly default: ComponentType<Props> }
/** What is around every page, and the page. */
type Load = () => Promise<[Module<PropsWithChildren>, Module<object>]>

/**
 * A page whose code is in a package that may not be on the phone yet: it says that it opens, and can be tried again.
 * The build of the mini-programs puts it around each page (kit/build/late-page-loader.cjs); on the web Taro does the like.
 *
 * @param load fetches the code; asked again only after it failed
 */
export function createLatePage(load: Load): ComponentType {
  let loaded: Awaited<ReturnType<Load>> | undefined

  return function LatePage() {
    const [modules, setModules] = useState(loaded)
    const [attempt, setAttempt] = useState(0)
    const [failed, setFailed] = useState(-1)

    useEffect(() => {
      const arrive = (fetched: Awaited<ReturnType<Load>>) => {
        loaded = fetched
        setModules(fetched)
      }
      // Another page of this kind may have been luckier.
      if (loaded !== undefined) arrive(loaded)
      else load().then(arrive, () => setFailed(attempt))
    }, [attempt])

    useMissedShow(modules !== undefined)
    if (modules === undefined && failed === attempt)
      return <NotLoaded onRetry={() => setAttempt(attempt + 1)} />
    if (modules === undefined) return <Opening />
    const [{ default: Providers }, { default: Page }] = modules
    return (
      <Providers>
        <Page />
      </Providers>
    )
  }
}

/** The platform shows a page once. What came too late to hear of it is told, as if it had been there. */
function useMissedShow(isLoaded: boolean): void {
  const [path] = useState(() => Taro.getCurrentInstance().router?.$taroPath)
  const isShown = useRef(false)
  const wasLoaded = useRef(isLoaded)

  useDidShow(() => {
    isShown.current = true
  })
  useDidHide(() => {
    isShown.current = false
  })
  useLayoutEffect(() => {
    if (isLoaded && !wasLoaded.current && isShown.current && path !== undefined) safeExecute(path, 'onShow')
    wasLoaded.current = isLoaded
  }, [isLoaded, path])
}

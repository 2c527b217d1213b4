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
import { Defect, NotLoaded, Opening } from './LateStates'

type Module<Props> = { readonly default: ComponentType<Props> }
/** What is around every page, and the page. */
type Load = () => Promise<[Module<PropsWithChildren>, Module<object>]>

interface Failure {
  readonly attempt: number
  readonly isDefect: boolean
}

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
    const [failure, setFailure] = useState<Failure>()

    useEffect(() => {
      const arrive = (fetched: Awaited<ReturnType<Load>>) => {
        loaded = fetched
        setModules(fetched)
      }
      // Another page of this kind may have been luckier.
      if (loaded !== undefined) arrive(loaded)
      else load().then(arrive, (error: unknown) => setFailure({ attempt, isDefect: isDefect(error) }))
    }, [attempt])

    useMissedShow(modules !== undefined)
    if (modules === undefined) {
      if (failure?.attempt !== attempt) return <Opening />
      return failure.isDefect ? <Defect /> : <NotLoaded onRetry={() => setAttempt(attempt + 1)} />
    }
    const [{ default: Providers }, { default: Page }] = modules
    return (
      <Providers>
        <Page />
      </Providers>
    )
  }
}

/** Code that came and cannot run: another download would bring the same. */
function isDefect(error: unknown): boolean {
  const isDownload = error instanceof Error && error.name === 'ChunkLoadError'
  if (!isDownload) console.error(error)
  return !isDownload
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

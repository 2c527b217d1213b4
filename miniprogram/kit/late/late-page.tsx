import { safeExecute } from '@tarojs/runtime'
import Taro from '@tarojs/taro'
import {
  type ComponentType,
  type PropsWithChildren,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useIsShown } from '../ui/Page/use-is-shown'
import { Defect, NotLoaded, Opening } from './LateStates'

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
    const [failure, setFailure] = useState<'defect' | 'not-loaded'>()

    const fetchCode = () => {
      setFailure(undefined)
      const arrive = (fetched: Awaited<ReturnType<Load>>) => {
        loaded = fetched
        setModules(fetched)
      }
      // Another page of this kind may have been luckier.
      if (loaded !== undefined) arrive(loaded)
      else load().then(arrive, (error: unknown) => setFailure(isDefect(error) ? 'defect' : 'not-loaded'))
    }
    useEffect(fetchCode, [])

    useMissedShow(modules !== undefined)
    if (failure === 'defect') return <Defect />
    if (failure === 'not-loaded') return <NotLoaded onRetry={fetchCode} />
    if (modules === undefined) return <Opening />
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
  const isShown = useIsShown()
  const wasLoaded = useRef(isLoaded)

  useLayoutEffect(() => {
    if (isLoaded && !wasLoaded.current && isShown && path !== undefined) safeExecute(path, 'onShow')
    wasLoaded.current = isLoaded
  }, [isLoaded, path])
}

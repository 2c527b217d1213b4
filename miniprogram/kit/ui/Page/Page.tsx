import Taro from '@tarojs/taro'
import { type PropsWithChildren, useEffect, useRef } from 'react'
import { isPlatformTooOld } from '../../device/platform-age'
import { forbidSharing } from '../../device/sharing'
import { focusPage } from './focus-page'
import { PageFrame, type Tone } from './PageFrame'
import { scrollToTop } from './scroll-to-top'
import { TooOld } from './TooOld'
import { useIsShown } from './use-is-shown'

export interface PageProps {
  /** For the navigation bar, in the language of the person. */
  readonly title: string
  readonly tone?: Tone
}

/** Every page, in its frame: nothing works in an app that is too old, so it says that alone. */
export function Page({ title, tone = 'plain', children }: PropsWithChildren<PageProps>) {
  const isShown = useIsShown()
  const isNew = useRef(true)
  const column = useRef<unknown>(null)

  useEffect(() => {
    if (isShown) Taro.setNavigationBarTitle({ title })
  }, [isShown, title])

  useEffect(() => {
    if (isShown) forbidSharing()
  }, [isShown])

  // A page that changes its whole content (the steps of a check) begins at the top again.
  useEffect(() => {
    if (!isShown) return
    if (isNew.current) scrollToTop()
    isNew.current = false
    focusPage(column.current)
  }, [isShown])

  return (
    <PageFrame tone={tone} column={column}>
      {isPlatformTooOld ? <TooOld /> : children}
    </PageFrame>
  )
}

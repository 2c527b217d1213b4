import { useStore } from '@nansha/kit/state/use-store'
import { Page, type PageProps } from '@nansha/kit/ui/Page/Page'
import type { PropsWithChildren } from 'react'
import { useWatch } from './use-watch'
import { WarningScreen } from './WarningScreen'

/** The frame of every page at a desk: a warning interrupts whatever is shown. */
export function DeskPage({ children, ...props }: PropsWithChildren<PageProps>) {
  const watch = useWatch()
  const [warning] = useStore(watch.store)
  return (
    <Page {...props}>
      {children}
      {warning !== undefined && (
        <WarningScreen warning={warning} onRead={() => void watch.acknowledge(warning)} />
      )}
    </Page>
  )
}

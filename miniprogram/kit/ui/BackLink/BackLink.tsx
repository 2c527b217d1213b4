import type { ReactElement } from 'react'
import type { Text } from '../../i18n/fill-text'

export interface BackLinkProps {
  /** Where a page leads that was opened directly. */
  readonly home: string
  readonly words?: Text
}

/** The way back to the page before, at the end of a page; only where the platform draws none above it. */
export declare function BackLink(props: BackLinkProps): ReactElement | null

import type { IconName } from '../Icon/Icon'

export interface TileProps {
  readonly icon: IconName
  /** The words on it, which are also its accessible name. */
  readonly label: string
  /** A second, smaller line. */
  readonly note?: string | undefined
  /** A `row` is as wide as the page and has an arrow; tiles stand side by side. */
  readonly shape?: 'tile' | 'row'
  readonly onPress: () => void
}

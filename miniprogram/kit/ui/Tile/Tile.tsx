import type { ReactElement } from 'react'
import type { TileProps } from './tile-props'

/** A way to another page: a sign and its name. */
export declare function Tile(props: TileProps): ReactElement

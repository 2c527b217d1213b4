import type * as Port from './Tile'
import { TileContent } from './TileContent'

export const Tile: typeof Port.Tile = ({ onPress, ...content }) => (
  <button type="button" className={`kit-tile kit-tile--${content.shape ?? 'tile'}`} onClick={onPress}>
    <TileContent {...content} />
  </button>
)

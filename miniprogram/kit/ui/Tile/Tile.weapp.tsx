import { Button } from '@tarojs/components'
import type * as Port from './Tile'
import { TileContent } from './TileContent'

export const Tile: typeof Port.Tile = ({ onPress, ...content }) => (
  <Button
    className={`kit-tile kit-tile--${content.shape ?? 'tile'}`}
    hoverClass="kit-tile--pressed"
    onClick={onPress}
  >
    <TileContent {...content} />
  </Button>
)

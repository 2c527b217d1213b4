import { Text, View } from '@tarojs/components'
import { Icon } from '../Icon/Icon'
import type { TileProps } from './tile-props'
import './tile.scss'

/** What is on a tile, the same on both platforms. */
export function TileContent({ icon, label, note, shape = 'tile' }: Omit<TileProps, 'onPress'>) {
  return (
    <>
      <View className="kit-tile__sign">
        <Icon name={icon} size={shape === 'tile' ? 'large' : 'body'} />
      </View>
      <View className="kit-tile__words">
        <Text className="kit-tile__label">{label}</Text>
        {note !== undefined && <Text className="kit-tile__note">{note}</Text>}
      </View>
      {shape === 'row' && (
        <View className="kit-tile__onward">
          <Icon name="onward" />
        </View>
      )}
    </>
  )
}

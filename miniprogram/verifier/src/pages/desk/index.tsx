import { Text, View } from '@tarojs/components'

export default function Page() {
  return (
    <View>
      <Text>南沙</Text>
    </View>
  )
}

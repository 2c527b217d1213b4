import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './card.scss'

/** A white sheet for things that belong together. */
export function Card({ children }: PropsWithChildren) {
  return <View className="kit-card">{children}</View>
}

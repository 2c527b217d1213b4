import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import './countdown.scss'

export interface CountdownProps {
  /** Seconds left and in all; the caller owns the clock. */
  readonly secondsLeft: number
  readonly secondsInAll: number
  /** The sentence with the seconds in it. */
  readonly label: string
}

/** Time running out, as a bar and in words. Not read out every second: a screen reader asks for it. */
export function Countdown({ secondsLeft, secondsInAll, label }: CountdownProps) {
  const share = Math.max(0, Math.min(1, secondsLeft / secondsInAll))
  return (
    <View className="kit-countdown" {...a11y({ role: 'timer', label })}>
      <View className="kit-countdown__track">
        <View className="kit-countdown__bar" style={{ transform: `scaleX(${share})` }} />
      </View>
      <View className="kit-countdown__label">{label}</View>
    </View>
  )
}

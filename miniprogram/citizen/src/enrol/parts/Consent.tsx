import { a11y } from '@nansha/kit/ui/a11y'
import { Text, View } from '@tarojs/components'
import './consent.scss'

export interface ConsentProps {
  readonly label: string
  readonly given: boolean
  readonly onChange: (given: boolean) => void
}

/** A box that only the citizen ticks. */
export function Consent({ label, given, onChange }: ConsentProps) {
  return (
    <View
      className="consent"
      onClick={() => onChange(!given)}
      {...a11y({ role: 'checkbox', label, checked: given })}
    >
      <View className={`consent__box ${given ? 'consent__box--given' : ''}`}>
        {given && <View className="consent__tick" />}
      </View>
      <Text className="consent__label">{label}</Text>
    </View>
  )
}

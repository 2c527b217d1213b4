import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import type { ChoiceProps } from './Choice'
import './choice.scss'

export function Choice<Value extends string>({ label, options, value, onChoose }: ChoiceProps<Value>) {
  return (
    <View className="kit-choice" {...a11y({ role: 'radiogroup', label })}>
      {options.map((option) => (
        <View
          key={option.value}
          className={`kit-choice__option ${option.value === value ? 'kit-choice__option--chosen' : ''}`}
          onClick={() => onChoose(option.value)}
          {...a11y({ role: 'radio', label: option.label, checked: option.value === value })}
        >
          <View className="kit-choice__dot" {...a11y({ hidden: true })} />
          <View className="kit-choice__label">{option.label}</View>
        </View>
      ))}
    </View>
  )
}

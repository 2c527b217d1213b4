import { a11y } from '@nansha/kit/ui/a11y'
import { Input, View } from '@tarojs/components'
import './pin-field.scss'

export const PIN_LENGTH = 6

export interface PinFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Six digits that nobody beside the citizen reads. */
export function PinField({ label, value, onChange }: PinFieldProps) {
  return (
    <View className="pin-field">
      <View className="pin-field__label">{label}</View>
      <Input
        className="pin-field__input"
        type="number"
        password
        maxlength={PIN_LENGTH}
        value={value}
        onInput={({ detail }) => onChange(detail.value.replace(/\D/g, ''))}
        {...a11y({ label })}
      />
    </View>
  )
}

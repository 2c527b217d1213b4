import { Input, View } from '@tarojs/components'
import { a11y } from '../a11y'
import type * as Port from './Field'
import './field.scss'

export const Field: typeof Port.Field = (props) => {
  const note = props.error ?? props.hint
  return (
    <View className={`kit-field ${props.error === undefined ? '' : 'kit-field--bad'}`}>
      <View className="kit-field__label">{props.label}</View>
      <Input
        className="kit-field__input"
        type={props.kind === 'id-number' ? 'idcard' : 'text'}
        value={props.value}
        maxlength={props.maxLength ?? 140}
        ariaLabel={props.label}
        onInput={({ detail }) => props.onChange(detail.value)}
      />
      {note !== undefined && (
        <View className="kit-field__note" {...a11y(props.error === undefined ? {} : { role: 'alert' })}>
          {note}
        </View>
      )}
    </View>
  )
}

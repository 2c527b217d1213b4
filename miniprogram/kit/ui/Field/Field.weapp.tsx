import { Input, Textarea, View } from '@tarojs/components'
import { a11y } from '../a11y'
import type * as Port from './Field'
import './field.scss'

const KEYBOARDS = { text: 'text', 'id-number': 'idcard', pin: 'number' } as const

export const Field: typeof Port.Field = (props) => {
  const note = props.error ?? props.hint
  const shared = {
    className: `kit-field__input kit-field__input--${props.kind ?? 'text'}`,
    value: props.value,
    maxlength: props.maxLength ?? 140,
    ariaLabel: props.label,
    onInput: ({ detail }: { readonly detail: { readonly value: string } }) => props.onChange(detail.value),
  }
  return (
    <View className={`kit-field ${props.error === undefined ? '' : 'kit-field--bad'}`}>
      <View className="kit-field__label">{props.label}</View>
      {props.kind === 'long' ? (
        <Textarea autoHeight {...shared} />
      ) : (
        <Input
          type={KEYBOARDS[props.kind ?? 'text']}
          password={props.kind === 'pin'}
          {...(props.takesFocus && { focus: true })}
          {...(props.onDone && { confirmType: 'done', onConfirm: props.onDone })}
          {...shared}
        />
      )}
      {note !== undefined && (
        <View className="kit-field__note" {...a11y(props.error === undefined ? {} : { role: 'alert' })}>
          {note}
        </View>
      )}
    </View>
  )
}

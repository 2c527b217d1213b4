import { Field } from '@nansha/kit/ui/Field/Field'

export const PIN_LENGTH = 6

export interface PinFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Six digits, hidden while they are typed. */
export function PinField({ label, value, onChange }: PinFieldProps) {
  return (
    <Field
      kind="pin"
      label={label}
      value={value}
      maxLength={PIN_LENGTH}
      onChange={(typed) => onChange(typed.replace(/\D/g, ''))}
    />
  )
}

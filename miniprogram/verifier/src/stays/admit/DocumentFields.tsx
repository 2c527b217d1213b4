import { useSay } from '@nansha/kit/i18n/language'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { Field } from '@nansha/kit/ui/Field/Field'
import type { GuestDocument } from '@nansha/shared/api/stays'
import { View } from '@tarojs/components'
import { TEXTS } from '../texts'
import '../guest-rows.scss'
import type { Typed, TypedField } from './typed-document'

interface FieldOf {
  readonly name: TypedField
  readonly text: keyof typeof TEXTS
  readonly kind?: 'id-number' | 'long'
  readonly isDay?: true
}

/** The fields of each document in the order of its print. */
const FIELDS: Readonly<Record<GuestDocument['kind'], readonly FieldOf[]>> = {
  card: [
    { name: 'name', text: 'name' },
    { name: 'ethnicity', text: 'ethnicity' },
    { name: 'address', text: 'address', kind: 'long' },
    { name: 'idNumber', text: 'idNumber', kind: 'id-number' },
  ],
  permit: [
    { name: 'name', text: 'name' },
    { name: 'sex', text: 'sex' },
    { name: 'birthdate', text: 'birthdate', isDay: true },
    { name: 'from', text: 'from' },
    { name: 'address', text: 'address', kind: 'long' },
    { name: 'number', text: 'number', kind: 'id-number' },
    { name: 'validUntil', text: 'validUntil', isDay: true },
  ],
  passport: [
    { name: 'mrz', text: 'mrz', kind: 'long' },
    { name: 'visaKind', text: 'visaKind' },
    { name: 'visaNumber', text: 'visaNumber' },
    { name: 'visaUntil', text: 'visaUntil', isDay: true },
    { name: 'entryDay', text: 'entryDay', isDay: true },
    { name: 'entryPort', text: 'entryPort' },
    { name: 'purpose', text: 'purpose' },
    { name: 'leaves', text: 'leavesDay', isDay: true },
  ],
  child: [
    { name: 'name', text: 'name' },
    { name: 'sex', text: 'sex' },
    { name: 'birthdate', text: 'birthdate', isDay: true },
    { name: 'idNumber', text: 'idNumberChild', kind: 'id-number' },
  ],
}

export interface DocumentFieldsProps {
  readonly kind: GuestDocument['kind']
  readonly typed: Typed
  readonly onType: (changed: Typed) => void
}

export function DocumentFields({ kind, typed, onType }: DocumentFieldsProps) {
  const say = useSay()
  return (
    <>
      {FIELDS[kind].map(({ name, text, kind: look, isDay }) =>
        name === 'sex' ? (
          <View key={name}>
            <View className="guest-row__name">{say(TEXTS.sex)}</View>
            <Choice
              label={say(TEXTS.sex)}
              options={[
                { value: 'male', label: say(TEXTS.male) },
                { value: 'female', label: say(TEXTS.female) },
              ]}
              value={typed.sex}
              onChoose={(sex) => onType({ sex })}
            />
          </View>
        ) : (
          <Field
            key={name}
            label={say(TEXTS[text])}
            hint={isDay && say(TEXTS.dayHint)}
            kind={look ?? 'text'}
            value={typed[name] ?? ''}
            onChange={(value) => onType({ [name]: value })}
            maxLength={120}
          />
        ),
      )}
    </>
  )
}

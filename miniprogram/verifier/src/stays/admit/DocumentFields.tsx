import { useSay } from '@nansha/kit/i18n/language'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { Field } from '@nansha/kit/ui/Field/Field'
import type { DocumentRead, GuestDocument } from '@nansha/shared/api/guest-document'
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
    { name: 'name', text: 'name', kind: 'long' },
    { name: 'ethnicity', text: 'ethnicity' },
    { name: 'address', text: 'address', kind: 'long' },
    { name: 'idNumber', text: 'idNumber', kind: 'id-number' },
  ],
  permit: [
    { name: 'name', text: 'name', kind: 'long' },
    { name: 'sex', text: 'sex' },
    { name: 'birthdate', text: 'birthdate', isDay: true },
    { name: 'from', text: 'from' },
    { name: 'address', text: 'address', kind: 'long' },
    // Letters too, which a keyboard of digits does not have.
    { name: 'number', text: 'number' },
    { name: 'validUntil', text: 'validUntil', isDay: true },
  ],
  'permanent-resident': [
    { name: 'name', text: 'latinName', kind: 'long' },
    { name: 'chineseName', text: 'chineseName', kind: 'long' },
    { name: 'sex', text: 'sex' },
    { name: 'birthdate', text: 'birthdate', isDay: true },
    { name: 'nationality', text: 'nationality' },
    { name: 'validUntil', text: 'validUntil', isDay: true },
    // Letters too, which a keyboard of digits does not have.
    { name: 'number', text: 'number' },
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
    { name: 'name', text: 'name', kind: 'long' },
    { name: 'sex', text: 'sex' },
    { name: 'birthdate', text: 'birthdate', isDay: true },
    { name: 'idNumber', text: 'idNumberChild', kind: 'id-number' },
  ],
}

export interface DocumentFieldsProps {
  readonly kind: GuestDocument['kind']
  /** What a photo said; of that only what the clerk must look at is a field. */
  readonly read?: DocumentRead
  readonly typed: Typed
  readonly onType: (changed: Typed) => void
}

export function DocumentFields({ kind, read, typed, onType }: DocumentFieldsProps) {
  const say = useSay()
  return (
    <>
      {FIELDS[kind]
        .filter(({ name }) => !read || isAsked(read, name))
        .map(({ name, text, kind: look, isDay }) =>
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

/**
 * Of a card the names, and what was read badly; of a passport all that its machine-readable zone does not say. A permit's validity
 * stands on the side that was not photographed.
 */
function isAsked(read: DocumentRead, name: TypedField): boolean {
  if (read.kind === 'passport') return name !== 'mrz'
  if (read.kind === 'permanent-resident') return name === 'name' || name === 'chineseName'
  return name in read || name === 'validUntil'
}

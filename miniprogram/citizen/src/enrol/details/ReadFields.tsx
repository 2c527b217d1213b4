import type { Text } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import type { CardRead } from '@nansha/shared/api/enrol'
import { groupResidentNumber } from '@nansha/shared/group-resident-number'
import { View, Text as Words } from '@tarojs/components'
import { TEXTS } from './texts'
import './read-fields.scss'

/** Of the portrait side, what bears itself out, and what the citizen may correct. */
export const LOCKED_FIELDS = ['number', 'sex', 'birthdate'] as const
/** Of the card of a foreign permanent resident. */
export const PERMANENT_FIELDS = [
  'chineseName',
  'number',
  'sex',
  'birthdate',
  'nationality',
  'validFrom',
  'validUntil',
] as const
export const CORRECTABLE_FIELDS = ['ethnicity', 'address'] as const
export const EMBLEM_FIELDS = ['authority', 'validFrom', 'validUntil'] as const
export type CorrectableField = (typeof CORRECTABLE_FIELDS)[number]
type FieldName =
  | (typeof LOCKED_FIELDS)[number]
  | (typeof PERMANENT_FIELDS)[number]
  | CorrectableField
  | (typeof EMBLEM_FIELDS)[number]

export interface ReadFieldsProps {
  readonly names: readonly FieldName[]
  readonly fields: CardRead['fields']
}

/** Fields as read off the card, to be compared with it. */
export function ReadFields({ names, fields }: ReadFieldsProps) {
  const say = useSay()
  return (
    <>
      {names.map((name) => {
        const field = fields[name]
        const value = field?.remark === 'not-printed' ? say(TEXTS.notPrinted) : field?.value
        if (!value) return null
        return (
          <View className="read-field" key={name}>
            <Words className="read-field__label">{say(labelOf(name, fields))}</Words>
            <Words className="read-field__value">{shownAs(name, value, say)}</Words>
          </View>
        )
      })}
    </>
  )
}

/** The number has another name where it is no resident's. */
function labelOf(name: FieldName, fields: CardRead['fields']): Text {
  return name === 'number' && 'nationality' in fields ? TEXTS.permanentNumber : TEXTS[name]
}

function shownAs(name: FieldName, value: string, say: ReturnType<typeof useSay>): string {
  if (name === 'number') return groupResidentNumber(value)
  if (name === 'sex') return say(value === 'female' ? TEXTS.female : TEXTS.male)
  return value === 'long-term' ? say(TEXTS.longTerm) : value
}

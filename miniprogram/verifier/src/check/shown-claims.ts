import type { Text } from '@nansha/kit/i18n/fill-text'
import type { Guest } from './guest'

const LABELS: Readonly<Record<string, Text>> = {
  id_number_last4: { zh: '证件号后四位', en: 'Number ends in' },
  id_number: { zh: '证件号码', en: 'Resident number' },
  sex: { zh: '性别', en: 'Sex' },
  ethnicity: { zh: '民族', en: 'Ethnicity' },
  birthdate: { zh: '出生日期', en: 'Date of birth' },
  address: { zh: '住址', en: 'Address' },
  card_validity: { zh: '证件有效期', en: 'Card valid until' },
  'age_equal_or_over.18': { zh: '年满18岁', en: '18 or older' },
}

/** Values that a credential holds as words of its own (docs/protocol.md). */
const WORDS: Readonly<Record<string, Text>> = {
  true: { zh: '是', en: 'Yes' },
  false: { zh: '否', en: 'No' },
  male: { zh: '男', en: 'male' },
  female: { zh: '女', en: 'female' },
  'long-term': { zh: '长期', en: 'no expiry' },
}

export interface ShownClaim {
  readonly label: Text
  readonly value: Text
}

/** @returns the disclosed claims besides name and portrait, in the order of LABELS, which is the order of reading. */
export function shownClaims(claims: Guest['claims']): ShownClaim[] {
  return Object.entries(LABELS).flatMap(([name, label]) => {
    const value = claims[name]
    if (value === undefined) return []
    const text = String(value)
    return [{ label, value: WORDS[text] ?? { zh: text, en: text } }]
  })
}

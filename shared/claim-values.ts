import type { GuardianRelation } from './children/child-card'
import type { LicenceStatus } from './documents/driving-licence'
import type { CardStatus } from './documents/social-security-card'
import { groupResidentNumber } from './group-resident-number'

interface Words {
  readonly zh: string
  readonly en: string
}

/** How a licence stands, in the words of every screen. */
export const LICENCE_STATUS_WORDS: Readonly<Record<LicenceStatus, Words>> = {
  normal: { zh: '正常', en: 'Valid' },
  'points-full': { zh: '记分已满12分', en: 'Suspended: 12 points' },
  'overdue-review': { zh: '逾期未审验', en: 'Review overdue' },
  withheld: { zh: '已暂扣', en: 'Withheld' },
  revoked: { zh: '已吊销', en: 'Revoked' },
  cancelled: { zh: '已注销', en: 'Cancelled' },
}

/** How a social security card stands. */
export const CARD_STATUS_WORDS: Readonly<Record<CardStatus, Words>> = {
  normal: { zh: '正常', en: 'Valid' },
  'reported-lost': { zh: '已挂失', en: 'Reported lost' },
  suspended: { zh: '已停用', en: 'Suspended' },
  cancelled: { zh: '已注销', en: 'Cancelled' },
}

/** What a guardian is to the child. */
export const GUARDIAN_RELATION_WORDS: Readonly<Record<GuardianRelation, Words>> = {
  father: { zh: '父亲', en: 'father' },
  mother: { zh: '母亲', en: 'mother' },
  grandparent: { zh: '祖父母或外祖父母', en: 'grandparent' },
  sibling: { zh: '兄姐', en: 'brother or sister' },
  other: { zh: '其他监护人', en: 'other guardian' },
}

/** Values that credentials hold as words of their own (docs/protocol.md), as people read them. */
const VALUE_WORDS: Readonly<Record<string, Words>> = {
  true: { zh: '是', en: 'Yes' },
  false: { zh: '否', en: 'No' },
  male: { zh: '男', en: 'male' },
  female: { zh: '女', en: 'female' },
  'long-term': { zh: '长期', en: 'no expiry' },
}

/** Claims whose values are words of their own type. */
const WORDS_OF: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  licence_status: LICENCE_STATUS_WORDS,
  card_status: CARD_STATUS_WORDS,
  social_security_card_status: CARD_STATUS_WORDS,
  guardian_relation: GUARDIAN_RELATION_WORDS,
}

const HAS_FORM_OF_RESIDENT_NUMBER = /^[0-9]{17}[0-9X]$/

/** @returns what a claim's value is called on a screen; a text that means itself is itself, and a resident number stands in groups */
export function claimValue(name: string, value: string | number | boolean): Words {
  const text = String(value)
  if (HAS_FORM_OF_RESIDENT_NUMBER.test(text)) {
    const number = groupResidentNumber(text)
    return { zh: number, en: number }
  }
  const words = WORDS_OF[name] ?? VALUE_WORDS
  return (Object.hasOwn(words, text) ? words[text] : undefined) ?? { zh: text, en: text }
}

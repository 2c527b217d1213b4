import type { MinorDuties } from '@nansha/shared/api/guest-document'

/** What the clerk has answered so far. */
export interface Answers extends Partial<Pick<MinorDuties, 'relation' | 'suspicion'>> {
  readonly guardian: string
  readonly contact: string
  readonly reached?: 'yes' | 'no'
  readonly visitors?: 'told'
}

/** @returns `undefined` while an answer is missing */
export function dutiesOf(answers: Answers): MinorDuties | undefined {
  const { guardian, contact, reached, relation, visitors, suspicion } = answers
  if (guardian.trim() === '' || contact.trim() === '') return undefined
  if (!reached || !relation || !visitors || !suspicion) return undefined
  return {
    guardian,
    contact,
    guardianReached: reached === 'yes',
    relation,
    visitorsControlled: true,
    suspicion,
  }
}

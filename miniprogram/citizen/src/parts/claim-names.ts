import type { ClaimName } from '@nansha/shared/claims'

/** How a claim is called when a citizen decides whether to show it. */
const CLAIM_TEXTS: Readonly<Record<ClaimName, { readonly zh: string; readonly en: string }>> = {
  name: { zh: '姓名', en: 'name' },
  id_number: { zh: '身份号码', en: 'resident number' },
  sex: { zh: '性别', en: 'sex' },
  ethnicity: { zh: '民族', en: 'ethnicity' },
  birthdate: { zh: '出生日期', en: 'date of birth' },
  address: { zh: '住址', en: 'address' },
  'age_equal_or_over.18': { zh: '是否年满18周岁', en: 'whether you are 18 or over' },
  portrait: { zh: '照片', en: 'photo' },
  id_number_last4: { zh: '身份号码末四位', en: 'last four of the number' },
  card_validity: { zh: '证件有效期', en: 'validity of the card' },
}

const KNOWN = new Set<string>(Object.keys(CLAIM_TEXTS))

/** @returns the names in one line; a claim that this version does not know is called by its own name */
export function listClaims(
  claims: readonly string[],
  say: (text: { zh: string; en: string }) => string,
): string {
  const separator = say({ zh: '、', en: ', ' })
  return claims.map((claim) => (isKnown(claim) ? say(CLAIM_TEXTS[claim]) : claim)).join(separator)
}

function isKnown(claim: string): claim is ClaimName {
  return KNOWN.has(claim)
}

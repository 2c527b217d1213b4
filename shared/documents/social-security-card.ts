import * as v from 'valibot'
import { cardValidity, day, personName, residentNumber, shownText } from '../fields'

/** What a social security card can be besides `normal`. */
export const CARD_STATUSES = ['normal', 'reported-lost', 'suspended', 'cancelled'] as const
export type CardStatus = (typeof CARD_STATUSES)[number]

/** What the registry of social security cards says of one, by claim name. */
export const SocialSecurityCard = v.strictObject({
  /** 社会保障号码: the holder's resident number. */
  social_security_number: residentNumber,
  name: personName,
  /** 社会保障卡卡号, nine characters. */
  card_number: v.pipe(v.string(), v.regex(/^[0-9A-Z]{9}$/)),
  /** GB/T 2260, six digits. */
  issuing_region: v.pipe(v.string(), v.regex(/^\d{6}$/)),
  issuing_authority: shownText(60),
  issue_date: day,
  valid_until: cardValidity,
  bank_name: v.optional(shownText(60)),
  bank_account_last4: v.optional(v.pipe(v.string(), v.regex(/^\d{4}$/))),
  card_status: v.picklist(CARD_STATUSES),
})
export type SocialSecurityCard = v.InferOutput<typeof SocialSecurityCard>

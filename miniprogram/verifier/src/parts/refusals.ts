import type { Text } from '@nansha/kit/i18n/fill-text'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import { info, type RefusalLook, type RefusalLooks } from './refusal-look'
import { DESK_HINDERED } from './refusals-at-the-desk'
import { PERSON_REFUSED } from './refusals-of-the-person'
import { SHOW_AGAIN } from './refusals-to-repeat'

const LOOKS: RefusalLooks = { ...PERSON_REFUSED, ...SHOW_AGAIN, ...DESK_HINDERED }

const OTHER = info(['未能完成核验', 'Check not completed'])

/** @returns the look of a refusal, with what to do next. */
export function refusalLook(code: ErrorCode): RefusalLook & { readonly text: Text } {
  return { text: ERRORS[code], ...(LOOKS[code] ?? OTHER) }
}

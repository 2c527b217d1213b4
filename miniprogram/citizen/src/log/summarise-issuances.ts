import type { Text } from '@nansha/kit/i18n/fill-text'
import type { CheckedIssuance } from './check-issuances'
import type { ReadIssuances } from './read-issuances'
import { SUMMARY_TEXTS } from './texts'

export interface Summary {
  readonly kind: 'good' | 'info' | 'warn'
  readonly text: Text
  readonly values: Readonly<Record<string, number>>
}

/**
 * What a reader wants to know first: how many IDs there are, and whether there is one to worry about. Documents that this phone was
 * given itself are none of them.
 */
export function summariseIssuances({ log, issuances: all }: ReadIssuances): Summary {
  const issuances = all.filter(({ document }) => document === undefined)
  const own = issuances.find(({ isOwn }) => isOwn)
  const values = { count: issuances.length, others: issuances.length - 1, unread: log.start.size }
  if (own?.place === 'waiting') return { kind: 'info', text: SUMMARY_TEXTS.waiting, values }
  if (issuances.some(isWithoutWord)) return { kind: 'warn', text: SUMMARY_TEXTS.unexplained, values }
  if (log.start.size > 0) return { kind: 'info', text: SUMMARY_TEXTS.partly, values }
  if (issuances.length === 1) return { kind: 'good', text: SUMMARY_TEXTS.only, values }
  const isInUse = ({ isOwn, issued }: CheckedIssuance) => !isOwn && issued?.status === 'valid'
  const text = issuances.some(isInUse) ? SUMMARY_TEXTS.several : SUMMARY_TEXTS.others
  return { kind: text === SUMMARY_TEXTS.others ? 'good' : 'warn', text, values }
}

/** One that the log has and the server does not mention: of an identity that was deleted since, or left out. */
export function isWithoutWord({ isOwn, issued }: CheckedIssuance): boolean {
  return !isOwn && issued === undefined
}

import { JOINER } from '@nansha/kit/i18n/describe-time'
import type { HistoryEntry } from '@nansha/shared/api/wallet-answers'
import type { PortalReceipt } from '../wallet/portal-receipts'

/** What the cloud recorded, or what this phone alone knows of. */
export type Entry = { readonly at: number } & (
  | { readonly use: HistoryEntry }
  | { readonly portal: PortalReceipt }
)

/**
 * @param isMore the cloud has older uses: what this phone knows from before the oldest one waits for them
 * @returns newest first
 */
export function mergeHistory(
  uses: readonly HistoryEntry[],
  portals: readonly PortalReceipt[],
  isMore: boolean,
): readonly Entry[] {
  const oldest = uses[uses.length - 1]?.at ?? 0
  return [
    ...uses.map((use) => ({ at: use.at, use })),
    ...portals.filter(({ at }) => !isMore || at >= oldest).map((portal) => ({ at: portal.at, portal })),
  ].sort((one, other) => other.at - one.at)
}

/** @param words what the entry says, in any order @param query as typed: every word of it must be in there */
export function isFound(words: readonly string[], query: string): boolean {
  const text = words.join(' ').split(JOINER).join('').toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

import { NanshaError } from '@nansha/shared/errors'

/**
 * Which check failed. `HEAD`: the log cannot be checked now. All others are contradictions: `ROLLED_BACK` a later checkpoint
 * is smaller, `TWO_HEADS` two trees have one size, `REWRITTEN` what was seen is not what the log grew from, `ENTRIES` the
 * entries do not make up the signed tree, `MISSING` something issued is not in the log, `SUBJECT` this phone's credential is
 * logged under another fingerprint.
 */
export type LogCheck = 'HEAD' | 'ROLLED_BACK' | 'TWO_HEADS' | 'REWRITTEN' | 'ENTRIES' | 'MISSING' | 'SUBJECT'

/** @param head the checkpoint that was read, where one was; its root in base64url */
export function logFault(
  check: LogCheck,
  head?: { readonly size: number; readonly root: string },
): NanshaError {
  return new NanshaError('LOG_INVALID', { check, ...(head && { size: head.size, hash: head.root }) })
}

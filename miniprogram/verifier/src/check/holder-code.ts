import { type CodeKind, kindOfCode } from '@nansha/shared/code-kind'

const GUEST_KINDS: ReadonlySet<CodeKind | undefined> = new Set(['ticket', 'pass', 'portrait'])

/** Whether a text is what a holder shows to a desk. */
export function isHolderCode(text: string): boolean {
  return GUEST_KINDS.has(kindOfCode(text))
}

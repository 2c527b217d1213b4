import type { ScannerProps } from './scanner-props'

/**
 * Tells the caller of a scanner what one look saw. Foreign codes are passed over: they do not delay a code of Nansha
 * ID, and the gate is not told of them.
 *
 * @param texts in view, the one nearest the middle first
 * @param now Unix milliseconds
 */
export function reportCodes(
  texts: readonly string[],
  { gate, isWanted, onCode, onHeld, onForeign }: Omit<ScannerProps, 'onState'>,
  now: number,
): void {
  const ours = texts.find(isWanted)
  if (ours === undefined) {
    if (texts.length > 0) onForeign()
  } else if (gate.see(now) === 'new') onCode(ours)
  else onHeld(ours)
}

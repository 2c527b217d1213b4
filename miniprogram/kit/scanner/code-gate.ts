export interface CodeGate {
  /** The scanner begins to look. What lay before it may still be there, so the wait for a clear view starts anew. */
  begin(now: number): void
  /** A code is in view. @returns `new` once per code shown, then `held` until the view was clear. */
  see(now: number): 'new' | 'held'
  /** Lets the next code through at once: someone asked for it. */
  release(): void
}

/**
 * Makes a scanner fire once per code held before it. The text is no help: a code that rotates shows another text
 * every 15 s, and the phone of a guest who was just accepted would be refused as a replay while it is put away.
 * So after a hit the view must have been free of codes for `clearAfterMs` before the next counts.
 *
 * @param clearAfterMs longer than a readable code can fail to decode in bad light
 */
export function createCodeGate(clearAfterMs: number): CodeGate {
  let open = true
  let lastSeen = 0
  return {
    begin(now) {
      lastSeen = now
    },
    see(now) {
      if (now - lastSeen >= clearAfterMs) open = true
      lastSeen = now
      if (!open) return 'held'
      open = false
      return 'new'
    },
    release() {
      open = true
    },
  }
}

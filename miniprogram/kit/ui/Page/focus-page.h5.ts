import type * as Port from './focus-page'

/** A page that slides in cannot take the focus before it is displayed; about half a minute of frames. */
const FRAMES = 1800

/** A page may still be moved after it took the focus, and loses it then; about half a second of frames. */
const FRAMES_HELD = 30

export const focusPage: typeof Port.focusPage = (page) => {
  if (!(page instanceof HTMLElement)) return
  if (!watched.has(page)) catchFocus(page)
  watched.add(page)
  focusPlace(page)
  keepFocus(page, FRAMES, 0)
}

const watched = new WeakSet<HTMLElement>()
/** What had the focus on each page when it was left. */
const places = new WeakMap<HTMLElement, HTMLElement>()

/**
 * When the control that had the focus leaves the page, what stands in its place has it, or the heading where nothing does. The
 * browser would begin at the top of the document, and whoever works by keys or listens would have lost their place.
 */
function catchFocus(page: HTMLElement): void {
  page.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) places.set(page, target)
  })
  new MutationObserver((changes) => {
    const focused = places.get(page)
    if (focused === undefined || focused.isConnected) return
    const place = findReplacement(changes, focused)
    places.delete(page)
    if (document.activeElement !== document.body) return
    if (place === undefined) focusHeading(page)
    else giveFocus(place)
  }).observe(page, { childList: true, subtree: true })
}

/** @returns what was added where this element was taken away */
function findReplacement(changes: readonly MutationRecord[], gone: Element): HTMLElement | undefined {
  const parent = changes.find(({ removedNodes }) =>
    [...removedNodes].some((node) => node.contains(gone)),
  )?.target
  return changes
    .filter(({ target }) => target === parent)
    .flatMap(({ addedNodes }) => [...addedNodes])
    .find((node): node is HTMLElement => node instanceof HTMLElement && node.isConnected)
}

/**
 * Gives a field the focus once its page is displayed, in place of the heading, and holds it there as long as the page may be moved.
 * Somebody who has gone on to another control is left there.
 */
export function focusField(field: HTMLElement, frames = FRAMES, held = 0): void {
  const page = field.closest<HTMLElement>('.kit-page')
  if (frames === 0 || held === FRAMES_HELD || page === null || !field.isConnected) return
  const isThere = document.activeElement === field
  if (!isThere && !isFocusElsewhere(page) && !isHeading(document.activeElement)) return
  if (!isThere) field.focus({ preventScroll: true })
  requestAnimationFrame(() => focusField(field, frames - 1, isThere ? held + 1 : 0))
}

/** What {@link focusPage} gave the focus to: no control. */
function isHeading(element: Element | null): boolean {
  return element instanceof HTMLElement && element.tabIndex === -1
}

function keepFocus(page: HTMLElement, frames: number, held: number): void {
  if (frames === 0 || held === FRAMES_HELD || !page.isConnected) return
  const isElsewhere = isFocusElsewhere(page)
  if (isElsewhere) focusPlace(page)
  requestAnimationFrame(() => keepFocus(page, frames - 1, isElsewhere ? 0 : held + 1))
}

/** A page that is seen again goes on where it was left; a new one begins at its heading. */
function focusPlace(page: HTMLElement): void {
  const place = places.get(page)
  place?.focus({ preventScroll: true })
  if (place === undefined || document.activeElement !== place) focusHeading(page)
}

function focusHeading(page: HTMLElement): void {
  giveFocus(page.querySelector<HTMLElement>('[role=heading]') ?? page)
}

/** A control has its place among the keys already; anything else is made able to have the focus, and no more. */
function giveFocus(element: HTMLElement): void {
  element.focus({ preventScroll: true })
  if (document.activeElement === element) return
  element.tabIndex = -1
  element.focus({ preventScroll: true })
}

/** The control that was pressed keeps the focus until the page that it is on is hidden; then nothing has it. */
function isFocusElsewhere(page: HTMLElement): boolean {
  const focused = document.activeElement
  return focused === null || focused === document.body || isOnAnotherPage(focused, page)
}

function isOnAnotherPage(element: Element, page: HTMLElement): boolean {
  const frame = element.closest('.kit-page')
  return frame !== null && !frame.contains(page)
}

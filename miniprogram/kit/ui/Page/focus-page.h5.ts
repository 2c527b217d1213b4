import type * as Port from './focus-page'

/** A page that slides in cannot take the focus before it is displayed; about ten seconds of frames. */
const FRAMES = 600

export const focusPage: typeof Port.focusPage = (page) => {
  if (page instanceof HTMLElement) focusHeading(page, FRAMES)
}

function focusHeading(page: HTMLElement, frames: number): void {
  const heading = page.querySelector<HTMLElement>('[role=heading]') ?? page
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  if (!isFocusElsewhere(page) || frames === 0 || !page.isConnected) return
  requestAnimationFrame(() => focusHeading(page, frames - 1))
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

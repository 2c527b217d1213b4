/** The smallest code a phone would show, in CSS pixels; anything smaller is an icon. */
const SMALLEST_CODE = 120

/**
 * Takes the pixels of the code that a phone is showing, as a camera in front of it would see them.
 *
 * @returns a copy of the largest canvas on that screen, or `undefined` while it shows none
 */
export function photographCode(phone: HTMLIFrameElement): HTMLCanvasElement | undefined {
  const shown = [...(phone.contentDocument?.querySelectorAll('canvas') ?? [])]
    .filter((canvas) => canvas.getBoundingClientRect().width >= SMALLEST_CODE)
    .sort((a, b) => b.getBoundingClientRect().width - a.getBoundingClientRect().width)[0]
  if (!shown || shown.width === 0) return undefined
  const copy = document.createElement('canvas')
  copy.width = shown.width
  copy.height = shown.height
  copy.getContext('2d')?.drawImage(shown, 0, 0)
  return copy
}

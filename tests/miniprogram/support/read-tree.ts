import type { Shown } from './weapp-page'

/** Something that can be pressed, as a reader of the platform would tell it. */
export interface Control {
  readonly shown: Shown
  readonly name: string
  /** What it is, when the page says so. */
  readonly role: string | undefined
  readonly isDisabled: boolean
  readonly isChecked: boolean
}

/** What the app listens to besides has the same template, so these count only by what they are for. */
const NEVER_PRESSED: readonly unknown[] = ['image', 'canvas', 'camera', 'input', 'textarea']

export function controlsOf(elements: readonly Shown[]): Control[] {
  return elements
    .filter(({ tag, events }) => tag !== undefined && events.has('tap') && !NEVER_PRESSED.includes(tag))
    .filter((shown) => !isHidden(shown))
    .map((shown) => ({
      shown,
      name: nameOf(shown),
      role: roleOf(shown),
      isDisabled: shown.attribute('disabled') === true || shown.attribute('loading') === true,
      isChecked: shown.attribute('aria-checked') === true,
    }))
}

export function fieldsOf(elements: readonly Shown[]): Shown[] {
  return elements.filter(({ tag }) => tag === 'input' || tag === 'textarea')
}

/** What a reader says of it: its label, or the words in it that are not hidden. */
export function nameOf(shown: Shown): string {
  const label = shown.attribute('aria-label')
  return (typeof label === 'string' && label !== '' ? label : wordsIn(shown)).trim()
}

/** All words in an element, in order. */
export function wordsIn(shown: Shown): string {
  if (shown.attribute('aria-hidden') === true) return ''
  return shown.text + shown.children.map(wordsIn).join('')
}

export function classesOf(shown: Shown): readonly string[] {
  const given = shown.attribute('class')
  return typeof given === 'string' ? given.split(/\s+/).filter(Boolean) : []
}

export function contains(shown: Shown, className: string): boolean {
  return classesOf(shown).includes(className) || shown.children.some((child) => contains(child, className))
}

function roleOf(shown: Shown): string | undefined {
  const role = shown.attribute('aria-role')
  if (typeof role === 'string' && role !== '') return role
  return shown.tag === 'button' ? 'button' : undefined
}

function isHidden(shown: Shown): boolean {
  return [shown, ...shown.around].some((one) => one.attribute('aria-hidden') === true)
}

import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { OWN_CHINESE } from '../../people/readable'
import { classesOf, controlsOf, fieldsOf, nameOf } from './read-tree'
import type { Shown } from './weapp-page'

/** What can be pressed or filled in, and has no word for a reader to say. */
export function namelessOn(elements: readonly Shown[]): string[] {
  return [...controlsOf(elements).map(({ shown }) => shown), ...fieldsOf(elements)]
    .filter((shown) => nameOf(shown) === '')
    .map((shown) => `a ${shown.tag} of the class "${shown.attribute('class')}" has no name`)
}

/** Verdicts, and what is wrong with a field. */
const SPOKEN_AT_ONCE = [
  ...['kit-status__title', 'accepted-view__message', 'compare-view__task'],
  'warning-screen__message',
]

/** What has just happened and is not read out by itself. */
export function silentVerdictsOn(elements: readonly Shown[]): string[] {
  return elements
    .filter((shown) => classesOf(shown).some((name) => SPOKEN_AT_ONCE.includes(name)) || isFieldError(shown))
    .filter((shown) => !isInside(shown, (one) => one.attribute('aria-role') === 'alert'))
    .map((shown) => `"${nameOf(shown)}" is not read out`)
}

function isFieldError(shown: Shown): boolean {
  const isNote = classesOf(shown).includes('kit-field__note')
  return isNote && isInside(shown, (one) => classesOf(one).includes('kit-field--bad'))
}

function isInside(shown: Shown, test: (one: Shown) => boolean): boolean {
  return [shown, ...shown.around].some(test)
}

/** Elements of the platform that are moved by a drag. */
const DRAGGED: readonly unknown[] = ['movable-view', 'slider', 'swiper', 'picker', 'picker-view']

export function dragsOn(elements: readonly Shown[]): string[] {
  return elements.filter(({ tag }) => DRAGGED.includes(tag)).map(({ tag }) => `a ${tag} has to be dragged`)
}

export function isElderPage(elements: readonly Shown[]): boolean {
  return elements.some((shown) => classesOf(shown).includes('kit-page--elder'))
}

/** The first page has fewer choices in the elder version. */
export function offeredToEldersOn(elements: readonly Shown[]): string[] {
  return controlsOf(elements)
    .filter(({ shown }) => isInside(shown, (one) => classesOf(one).includes('home')))
    .filter(({ name }) => name === HOME.issuances.zh)
    .map(({ name }) => `"${name}" is offered to elders`)
}

/** What is printed on the card in one writing only. */
const DATA: readonly string[] = ['exported__value', 'document-line__value']

/** Chinese words that are no data. */
export function foreignWordsOn(elements: readonly Shown[]): string[] {
  return elements
    .filter(({ around }) => !around.some((one) => classesOf(one).some((name) => DATA.includes(name))))
    .flatMap((shown) => [shown.text, shown.attribute('aria-label')])
    .filter((words) => typeof words === 'string')
    .filter((words) => /\p{Script=Han}/u.test(withoutOwn(words)))
    .map((words) => `"${words}" is not English`)
}

function withoutOwn(words: string): string {
  return OWN_CHINESE.reduce((rest, own) => rest.replaceAll(own, ''), words)
}

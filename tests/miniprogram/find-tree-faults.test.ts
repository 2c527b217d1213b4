import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { expect, test } from 'vitest'
import {
  dragsOn,
  foreignWordsOn,
  isElderPage,
  namelessOn,
  offeredToEldersOn,
  silentVerdictsOn,
} from './support/find-tree-faults'
import type { Shown } from './support/weapp-page'

interface Drawn {
  readonly tag?: string
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly events?: readonly string[]
  readonly text?: string
  readonly children?: readonly Drawn[]
}

/** The elements of a page, depth first, as `WeappPage.elements` gives them. */
function draw({ tag, attributes = {}, events = [], text = '', children = [] }: Drawn, around: Shown[] = []) {
  const inside: Shown[] = []
  const shown: Shown = {
    tag,
    events: new Set(events),
    text,
    around,
    children: inside,
    attribute: (name) => attributes[name],
  }
  const found = [shown]
  for (const child of children) {
    const [first, ...others] = draw(child, [...around, shown])
    if (!first) continue
    inside.push(first)
    found.push(first, ...others)
  }
  return found
}

const words = (text: string): Drawn => ({ text })

test('a button with a hidden sign alone has no name, and one with words has', () => {
  const sign = { tag: 'view', attributes: { 'aria-hidden': true }, children: [words('→')] }
  const button = { tag: 'button', events: ['tap'] }
  expect(namelessOn(draw({ ...button, children: [sign] }))).toHaveLength(1)
  expect(namelessOn(draw({ ...button, children: [sign, words('下一步')] }))).toEqual([])
})

test('a field without a label has no name', () => {
  expect(namelessOn(draw({ tag: 'input', events: ['input'] }))).toHaveLength(1)
  expect(namelessOn(draw({ tag: 'input', attributes: { 'aria-label': '房号' } }))).toEqual([])
})

test('a verdict outside an alert is not read out', () => {
  const verdict = { tag: 'view', attributes: { class: 'kit-status__title' }, children: [words('通过')] }
  expect(silentVerdictsOn(draw({ tag: 'view', children: [verdict] }))).toEqual(['"通过" is not read out'])
  const alert = { tag: 'view', attributes: { 'aria-role': 'alert' }, children: [verdict] }
  expect(silentVerdictsOn(draw(alert))).toEqual([])
})

test('the note under a bad field has to be an alert, and under a good one not', () => {
  const note = { tag: 'view', attributes: { class: 'kit-field__note' }, children: [words('格式不正确')] }
  const field = (more: string) => ({
    tag: 'view',
    attributes: { class: `kit-field ${more}` },
    children: [note],
  })
  expect(silentVerdictsOn(draw(field('kit-field--bad')))).toHaveLength(1)
  expect(silentVerdictsOn(draw(field('')))).toEqual([])
})

test('Chinese in a text or a label is not English, but for a name on the card', () => {
  expect(foreignWordsOn(draw({ tag: 'view', children: [words('同意')] }))).toEqual(['"同意" is not English'])
  expect(foreignWordsOn(draw({ tag: 'view', attributes: { 'aria-label': '同意' } }))).toHaveLength(1)
  expect(foreignWordsOn(draw({ tag: 'view', children: [words('陈志明')] }))).toEqual([])
})

test('what is dragged is found, and the elder version by the class of the page', () => {
  expect(dragsOn(draw({ tag: 'slider' }))).toEqual(['a slider has to be dragged'])
  const page = (name: string) => draw({ tag: 'view', attributes: { class: `kit-page ${name}` } })
  expect(isElderPage(page('kit-page--elder'))).toBe(true)
  expect(isElderPage(page('kit-page--plain'))).toBe(false)
})

test('an elder is offered on the first page only what the elder version keeps there', () => {
  const offer = { tag: 'button', events: ['tap'], children: [words(HOME.issuances.zh)] }
  const page = (name: string) => draw({ tag: 'view', attributes: { class: name }, children: [offer] })
  expect(offeredToEldersOn(page('home'))).toHaveLength(1)
  expect(offeredToEldersOn(page('settings'))).toEqual([])
})

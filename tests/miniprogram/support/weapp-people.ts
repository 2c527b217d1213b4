import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { PEOPLE } from '../../people/people'
import { FEW_CHARACTERS } from '../../people/readable'
import type { Tasks } from '../../people/walk'
import type { Look } from '../../screens/look'
import {
  dragsOn,
  foreignWordsOn,
  isElderPage,
  namelessOn,
  offeredToEldersOn,
  silentVerdictsOn,
} from './find-tree-faults'
import { type Control, contains } from './read-tree'
import type { Shown } from './weapp-page'
import type { WeappPhone } from './weapp-phone'

/** How one person uses the mini-program, and what its tree must be for them. */
export interface WeappPerson {
  readonly name: string
  readonly look: Look
  readonly tasks: Tasks
  /** What the phone has not, as `undefined`. */
  readonly platform?: object
  /** What they do on the first page before all else. */
  readonly begin?: (phone: WeappPhone) => Promise<void>
  /** A sentence for each reason why they could not press it. */
  readonly hindrances?: (control: Control, words: string) => string[]
  /** A sentence for each thing of the page that stands in this person's way. */
  readonly faults: (elements: readonly Shown[]) => string[]
}

const unreadable = (elements: readonly Shown[]) => [...namelessOn(elements), ...silentVerdictsOn(elements)]

export const WEAPP_PEOPLE: readonly WeappPerson[] = [
  {
    ...PEOPLE.elder,
    begin: chooseElderVersion,
    faults: (elements) => [
      ...(isElderPage(elements) ? [] : ['the page is not of the elder version']),
      ...offeredToEldersOn(elements),
    ],
  },
  { ...PEOPLE.blind, faults: unreadable },
  {
    ...PEOPLE.deaf,
    platform: { createWebAudioContext: undefined, createInnerAudioContext: undefined },
    faults: () => [],
  },
  { ...PEOPLE.oneHand, faults: dragsOn },
  { ...PEOPLE.readsLittle, begin: chooseElderVersion, hindrances: muchToRead, faults: () => [] },
  { ...PEOPLE.foreigner, faults: foreignWordsOn },
  { ...PEOPLE.guardian, faults: unreadable },
  { ...PEOPLE.guest, faults: unreadable },
]

/** On the first page; a phone that keeps the choice has it already. */
async function chooseElderVersion(phone: WeappPhone): Promise<void> {
  if (phone.kept().elder === undefined) await phone.press(HOME.toElder)
  await phone.see(HOME.toStandard)
}

/** A control is drawn, or says what it does in one short line. */
function muchToRead({ shown }: Control, words: string): string[] {
  const isShort = contains(shown, 'kit-icon') || words.length <= FEW_CHARACTERS
  return isShort ? [] : [`"${words}" is much to read`]
}

import type { Look } from '../screens/look'
import { GUARDIAN_TASKS } from './guardian-tasks'
import { GUEST_TASKS } from './guest-tasks'
import { HOLDER_TASKS } from './holder-tasks'
import type { Tasks } from './walk'

/** Somebody who has ten things to do. */
interface Someone {
  readonly name: string
  readonly look: Look
  /** By name, in the order in which they are done: what one leaves, the next takes up. */
  readonly tasks: Tasks
}

const ZH = { language: 'zh', text: 1 } as const

/** How each of them presses and what a page must be for them is for each build of the apps to say. */
export const PEOPLE = {
  elder: {
    name: 'an elder, in the elder version with text twice as large',
    look: { ...ZH, text: 2, version: 'elder' },
    tasks: HOLDER_TASKS,
  },
  blind: { name: 'somebody blind', look: ZH, tasks: HOLDER_TASKS },
  deaf: { name: 'somebody deaf, on a phone without a sound', look: ZH, tasks: HOLDER_TASKS },
  oneHand: { name: 'somebody with one hand', look: ZH, tasks: HOLDER_TASKS },
  readsLittle: {
    name: 'somebody who reads little',
    look: { ...ZH, version: 'elder' },
    tasks: HOLDER_TASKS,
  },
  foreigner: { name: 'a foreigner, in English', look: { language: 'en', text: 1 }, tasks: HOLDER_TASKS },
  guardian: { name: 'a child by a guardian', look: ZH, tasks: GUARDIAN_TASKS },
  guest: { name: 'somebody without a phone, at a desk', look: ZH, tasks: GUEST_TASKS },
} as const satisfies Readonly<Record<string, Someone>>

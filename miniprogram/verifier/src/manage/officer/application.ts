import type { Picture } from '@nansha/kit/camera/picture'
import type { CounterOpened, PresentedGuardian } from '@nansha/shared/api/counter'
import type { CardRead } from '@nansha/shared/api/enrol'
import type { ErrorCode } from '@nansha/shared/errors'
import type { Particulars } from './particulars'

/** What the photos of the card gave; absent when the officer typed. */
export type ReadCard = Pick<CardRead, 'fields' | 'portrait'>

/** Where one person's enrolment at a counter stands; exactly one screen each. */
export type Application =
  | { readonly at: 'code' }
  /** The phone is a guardian's, who is compared first. */
  | { readonly at: 'guardian'; readonly opened: CounterOpened; readonly guardian: PresentedGuardian }
  | { readonly at: 'card'; readonly opened: CounterOpened }
  | { readonly at: 'emblem'; readonly opened: CounterOpened; readonly card: ReadCard }
  | {
      readonly at: 'details'
      readonly opened: CounterOpened
      readonly card?: ReadCard
      /** Of a child whom the register did not find so. */
      readonly typed?: Particulars
    }
  /** The register's child, whom the officer compares. */
  | ({ readonly at: 'child' } & Given)
  | ({ readonly at: 'portrait'; readonly failure?: ErrorCode } & Given)
  | ({ readonly at: 'review'; readonly portrait: Picture } & Given)
  | { readonly at: 'approved'; readonly name: string; readonly guardian?: string }
  | { readonly at: 'refused' }

interface Given {
  readonly opened: CounterOpened
  readonly card?: ReadCard
  readonly particulars: Particulars
}

export type ApplicationEvent =
  | { readonly type: 'opened'; readonly opened: CounterOpened }
  /** The guardian is the person on the phone. */
  | { readonly type: 'guardian-seen' }
  | { readonly type: 'read'; readonly card: ReadCard }
  /** The side cannot be read: the officer types what it says. */
  | { readonly type: 'type-instead' }
  | { readonly type: 'described'; readonly particulars: Particulars }
  | { readonly type: 'photographed'; readonly portrait: Picture }
  | { readonly type: 'photograph-again'; readonly failure?: ErrorCode }
  /** What was typed of the child is to be corrected. */
  | { readonly type: 'correct' }
  | { readonly type: 'approved' }
  | { readonly type: 'refused' }
  | { readonly type: 'next' }

/** @returns the step after `state`; an event that does not belong to the present step changes nothing. */
export function nextApplication(state: Application, event: ApplicationEvent): Application {
  if (event.type === 'next') return { at: 'code' }
  if (event.type === 'refused') return state.at === 'code' ? state : { at: 'refused' }
  switch (state.at) {
    case 'code':
      return event.type === 'opened' ? begin(event.opened) : state
    case 'guardian':
      return event.type === 'guardian-seen' ? { at: 'card', opened: state.opened } : state
    case 'card':
      if (event.type === 'read') return { at: 'emblem', opened: state.opened, card: event.card }
      return event.type === 'type-instead' ? { at: 'details', opened: state.opened } : state
    case 'emblem':
      if (event.type === 'type-instead') return { ...state, at: 'details' }
      return event.type === 'read' ? { ...state, at: 'details', card: joined(state.card, event.card) } : state
    case 'details':
      return event.type === 'described' ? afterDetails(state, event.particulars) : state
    case 'child':
      return afterChild(state, event)
    case 'portrait': {
      const { failure: _, ...given } = state
      return event.type === 'photographed' ? { ...given, at: 'review', portrait: event.portrait } : state
    }
    case 'review':
      return afterReview(state, event)
    default:
      return state
  }
}

function begin(opened: CounterOpened): Application {
  const { guardian } = opened
  return guardian ? { at: 'guardian', opened, guardian } : { at: 'card', opened }
}

/** Of a child the register has the photo; of everybody else one is taken. */
function afterDetails(
  { typed: _, ...state }: Extract<Application, { at: 'details' }>,
  particulars: Particulars,
): Application {
  return { ...state, at: state.opened.guardian ? 'child' : 'portrait', particulars }
}

function afterChild(state: Extract<Application, { at: 'child' }>, event: ApplicationEvent): Application {
  const { particulars, ...given } = state
  if (event.type === 'correct') return { ...given, at: 'details', typed: particulars }
  if (event.type !== 'approved') return state
  const guardian = state.opened.guardian?.name
  return { at: 'approved', name: particulars.name, ...(guardian !== undefined && { guardian }) }
}

function joined(card: ReadCard, { fields }: ReadCard): ReadCard {
  return { ...card, fields: { ...card.fields, ...fields } }
}

function afterReview(state: Extract<Application, { at: 'review' }>, event: ApplicationEvent): Application {
  if (event.type === 'approved') return { at: 'approved', name: state.particulars.name }
  if (event.type !== 'photograph-again') return state
  const { portrait: _, ...given } = state
  return { ...given, at: 'portrait', ...(event.failure && { failure: event.failure }) }
}

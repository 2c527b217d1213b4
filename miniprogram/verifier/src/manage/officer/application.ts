import type { Picture } from '@nansha/kit/camera/picture'
import type { CounterOpened } from '@nansha/shared/api/counter'
import type { CardRead } from '@nansha/shared/api/enrol'
import type { ErrorCode } from '@nansha/shared/errors'
import type { Particulars } from './particulars'

/** What the photos of the card gave; absent when the officer typed. */
export type ReadCard = Pick<CardRead, 'fields' | 'portrait'>

/** Where one person's enrolment at a counter stands; exactly one screen each. */
export type Application =
  | { readonly at: 'code' }
  | { readonly at: 'card'; readonly opened: CounterOpened }
  | { readonly at: 'emblem'; readonly opened: CounterOpened; readonly card: ReadCard }
  | { readonly at: 'details'; readonly opened: CounterOpened; readonly card?: ReadCard }
  | ({ readonly at: 'portrait'; readonly failure?: ErrorCode } & Given)
  | ({ readonly at: 'review'; readonly portrait: Picture } & Given)
  | { readonly at: 'approved'; readonly name: string }
  | { readonly at: 'refused' }

interface Given {
  readonly opened: CounterOpened
  readonly card?: ReadCard
  readonly particulars: Particulars
}

export type ApplicationEvent =
  | { readonly type: 'opened'; readonly opened: CounterOpened }
  | { readonly type: 'read'; readonly card: ReadCard }
  /** The side cannot be read: the officer types what it says. */
  | { readonly type: 'type-instead' }
  | { readonly type: 'described'; readonly particulars: Particulars }
  | { readonly type: 'photographed'; readonly portrait: Picture }
  | { readonly type: 'photograph-again'; readonly failure?: ErrorCode }
  | { readonly type: 'approved' }
  | { readonly type: 'refused' }
  | { readonly type: 'next' }

/** @returns the step after `state`; an event that does not belong to the present step changes nothing. */
export function nextApplication(state: Application, event: ApplicationEvent): Application {
  if (event.type === 'next') return { at: 'code' }
  if (event.type === 'refused') return state.at === 'code' ? state : { at: 'refused' }
  switch (state.at) {
    case 'code':
      return event.type === 'opened' ? { at: 'card', opened: event.opened } : state
    case 'card':
      if (event.type === 'read') return { at: 'emblem', opened: state.opened, card: event.card }
      return event.type === 'type-instead' ? { at: 'details', opened: state.opened } : state
    case 'emblem':
      if (event.type === 'type-instead') return { ...state, at: 'details' }
      return event.type === 'read' ? { ...state, at: 'details', card: joined(state.card, event.card) } : state
    case 'details':
      return event.type === 'described' ? { ...state, at: 'portrait', particulars: event.particulars } : state
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

function joined(card: ReadCard, { fields }: ReadCard): ReadCard {
  return { ...card, fields: { ...card.fields, ...fields } }
}

function afterReview(state: Extract<Application, { at: 'review' }>, event: ApplicationEvent): Application {
  if (event.type === 'approved') return { at: 'approved', name: state.particulars.name }
  if (event.type !== 'photograph-again') return state
  const { portrait: _, ...given } = state
  return { ...given, at: 'portrait', ...(event.failure && { failure: event.failure }) }
}

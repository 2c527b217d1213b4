import type { Text } from '@nansha/kit/i18n/fill-text'
import type { Shape } from '@nansha/kit/ui/Mark/Mark'
import type { Checks } from '@nansha/shared/api/verify'
import { refusalLook } from '../parts/refusals'
import { TEXTS } from './texts'

export type Check = Checks['checks'][number]

export interface OutcomeLook {
  readonly shape: Shape
  readonly title: Text
  /** Why the card was looked at. */
  readonly why?: Text
}

const LOOKS: Readonly<Record<Check['state'], OutcomeLook>> = {
  shown: { shape: 'info', title: TEXTS.shown },
  accepted: { shape: 'good', title: TEXTS.accepted },
  refused: { shape: 'stop', title: TEXTS.refused },
  disputed: { shape: 'stop', title: TEXTS.disputed },
}

/** @returns how a line of the history looks: a refusal for a reason as that reason's own screen did */
export function outcomeLook({ state, code, card }: Check): OutcomeLook {
  if (code === undefined) return LOOKS[state]
  const { kind, title } = refusalLook(code)
  if (card !== undefined)
    return { shape: card === 'matches' ? 'warn' : 'stop', title: TEXTS.cards[card], why: title }
  return { shape: kind === 'bad' ? 'stop' : kind, title }
}

import type { Text } from '@nansha/kit/i18n/fill-text'
import type { Checks } from '@nansha/shared/api/verify'
import { refusalLook } from '../parts/refusals'
import { TEXTS } from './texts'

export type Check = Checks['checks'][number]

export interface OutcomeLook {
  readonly tone: 'good' | 'bad' | 'warn' | 'plain'
  readonly mark: string
  readonly title: Text
}

const LOOKS: Readonly<Record<Check['state'], OutcomeLook>> = {
  shown: { tone: 'plain', mark: '…', title: TEXTS.shown },
  accepted: { tone: 'good', mark: '✓', title: TEXTS.accepted },
  refused: { tone: 'bad', mark: '✕', title: TEXTS.refused },
  disputed: { tone: 'bad', mark: '!', title: TEXTS.disputed },
}

/** @returns how a line of the history looks: a refusal for a reason as that reason's own screen did */
export function outcomeLook({ state, code }: Check): OutcomeLook {
  if (code === undefined) return LOOKS[state]
  const { kind, mark, title } = refusalLook(code)
  return { tone: kind === 'info' ? 'plain' : kind, mark, title }
}

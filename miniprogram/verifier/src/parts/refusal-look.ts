import type { Text } from '@nansha/kit/i18n/fill-text'
import type { StatusScreenProps } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { ErrorCode } from '@nansha/shared/errors'

/**
 * How a refusal looks at a desk: `bad`, red, *do not accept this person*; `again`, amber, *ask for it once more*; `info`, blue, *the
 * desk itself has a problem*. Each has a shape of its own (kit/ui/Mark).
 */
export interface RefusalLook {
  readonly kind: Extract<StatusScreenProps['kind'], 'bad' | 'again' | 'info'>
  /** Says what is wrong with what, in a few words that can be read from a metre away. */
  readonly title: Text
  /** What the clerk does next; otherwise the sentence of shared/errors, which may speak to anybody. */
  readonly text?: Text
}

export type RefusalLooks = Readonly<Partial<Record<ErrorCode, RefusalLook>>>

type Words = readonly [zh: string, en: string]

export function bad(title: Words, text?: Words): RefusalLook {
  return look('bad', title, text)
}

export function again(title: Words, text?: Words): RefusalLook {
  return look('again', title, text)
}

export function info(title: Words, text?: Words): RefusalLook {
  return look('info', title, text)
}

function look(kind: RefusalLook['kind'], title: Words, text?: Words): RefusalLook {
  return { kind, title: words(title), ...(text && { text: words(text) }) }
}

function words([zh, en]: Words): Text {
  return { zh, en }
}

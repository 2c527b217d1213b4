import type { ReactElement } from 'react'

export interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  /** None while nothing is chosen. */
  readonly value: Value | undefined
  readonly onChoose: (value: Value) => void
}

/** One of a few, each a large row. */
export declare function Choice<Value extends string>(props: ChoiceProps<Value>): ReactElement

import type { ReactElement } from 'react'

export interface ButtonProps {
  /** The words on it, which are also its accessible name. */
  readonly label: string
  readonly onPress: () => void
  /** One `primary` a screen; `good` and `bad` only for verdicts. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'good' | 'bad'
  /** Working: shows it, and takes no second press. */
  readonly busy?: boolean
  readonly disabled?: boolean
}

export declare function Button(props: ButtonProps): ReactElement

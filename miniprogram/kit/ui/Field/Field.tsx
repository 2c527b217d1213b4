import type { ReactElement } from 'react'

export interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Why the value is not accepted; shown under the field and read out. */
  readonly error?: string | undefined
  readonly hint?: string | undefined
  /** `id-number` offers digits and X; `pin` offers digits and shows none; `long` grows by lines, so that all of it is seen. */
  readonly kind?: 'text' | 'id-number' | 'pin' | 'long'
  readonly maxLength?: number
  /** Has the keyboard at once: on a page that waits for this text alone. */
  readonly takesFocus?: boolean
  /** The keyboard's own key was pressed, which hides the buttons below the field. */
  readonly onDone?: () => void
}

/** A text with its label: one line, unless it is `long`. */
export declare function Field(props: FieldProps): ReactElement

export interface Accessibility {
  readonly role?:
    | 'img'
    | 'alert'
    | 'status'
    | 'heading'
    | 'progressbar'
    | 'radio'
    | 'radiogroup'
    | 'checkbox'
    | 'timer'
  readonly label?: string
  /** Hides decoration from screen readers. */
  readonly hidden?: boolean
  readonly checked?: boolean
}

/** @returns the properties that tell a screen reader what a `View` is; both platforms spell them differently. */
export declare function a11y(meaning: Accessibility): object

export interface Accessibility {
  readonly role?:
    | 'img'
    | 'alert'
    | 'status'
    | 'heading'
    | 'main'
    | 'progressbar'
    | 'radio'
    | 'radiogroup'
    | 'checkbox'
    | 'timer'
  readonly label?: string
  /** Hides decoration from screen readers. */
  readonly hidden?: boolean
  /** In a browser, what is or is not checked can also be reached and changed by keys. */
  readonly checked?: boolean
  /** In a browser, what is larger than its frame can be reached and moved by keys. */
  readonly scrolls?: boolean
}

/** @returns the properties that tell a screen reader what a `View` is; both platforms spell them differently. */
export declare function a11y(meaning: Accessibility): object

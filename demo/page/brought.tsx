import type { Texts } from './texts'

/** What a person who enrols at the counter puts before the officer's camera. */
const BROUGHT = ['nothing', 'card', 'face'] as const
export type Brought = (typeof BROUGHT)[number]

/** The choice of it. */
export function BroughtChoice(props: {
  readonly texts: Texts
  readonly brought: Brought
  readonly onBring: (brought: Brought) => void
}) {
  return (
    <fieldset>
      <legend>{props.texts.brings}</legend>
      {BROUGHT.map((what) => (
        <label key={what}>
          <input type="radio" checked={props.brought === what} onChange={() => props.onBring(what)} />
          {props.texts[what]}
        </label>
      ))}
    </fieldset>
  )
}

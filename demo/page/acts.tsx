import type { Act } from '../specimen/act-face'
import type { Texts } from './texts'

const ACTS = ['look-straight', 'turn-left', 'turn-right', 'open-mouth', 'close-eyes'] as const

/** What the specimen citizen before the front camera does: the phone asks, the visitor presses. */
export function Acts(props: {
  readonly texts: Texts
  readonly act: Act
  readonly onAct: (act: Act) => void
}) {
  return (
    <fieldset className="pick">
      <legend>{props.texts.acts}</legend>
      {ACTS.map((act) => (
        <button
          key={act}
          type="button"
          className="quiet"
          aria-pressed={props.act === act}
          onClick={() => props.onAct(act)}
        >
          {props.texts[act]}
        </button>
      ))}
    </fieldset>
  )
}

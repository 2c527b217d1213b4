import { DESKS, type DemoDesk } from '../desks'
import type { Language, Texts } from './texts'

/** Where the citizen shows their ID: whose companion the right phone is. */
export function Desks(props: {
  readonly texts: Texts
  readonly language: Language
  readonly desk: DemoDesk
  readonly onDesk: (desk: DemoDesk) => void
}) {
  const { texts } = props
  return (
    <fieldset className="pick">
      <legend>{texts.place}</legend>
      {DESKS.map((desk) => (
        <button
          key={desk.profile}
          type="button"
          className="quiet"
          aria-pressed={desk === props.desk}
          onClick={() => props.onDesk(desk)}
        >
          {desk.place[props.language]}
        </button>
      ))}
    </fieldset>
  )
}

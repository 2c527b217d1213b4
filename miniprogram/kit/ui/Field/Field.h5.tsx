import { useId } from 'react'
import type * as Port from './Field'
import './field.scss'

export const Field: typeof Port.Field = (props) => {
  const id = useId()
  const note = props.error ?? props.hint
  return (
    <div className={`kit-field ${props.error === undefined ? '' : 'kit-field--bad'}`}>
      <label className="kit-field__label" htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        className={`kit-field__input kit-field__input--${props.kind ?? 'text'}`}
        type={props.kind === 'pin' ? 'password' : 'text'}
        inputMode={props.kind === 'pin' ? 'numeric' : 'text'}
        value={props.value}
        maxLength={props.maxLength ?? 140}
        autoComplete="off"
        autoCapitalize={props.kind === 'id-number' ? 'characters' : 'off'}
        spellCheck={false}
        aria-invalid={props.error !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={({ target }) => props.onChange(target.value)}
      />
      {note !== undefined && (
        <div
          id={`${id}-note`}
          className="kit-field__note"
          role={props.error === undefined ? undefined : 'alert'}
        >
          {note}
        </div>
      )}
    </div>
  )
}

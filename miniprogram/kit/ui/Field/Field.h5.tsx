import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { focusField } from '../Page/focus-page.h5'
import type * as Port from './Field'
import './field.scss'

export const Field: typeof Port.Field = (props) => {
  const id = useId()
  const note = props.error ?? props.hint
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (props.takesFocus && input.current) focusField(input.current)
  }, [props.takesFocus])
  // While a character is being composed, this key chooses it.
  const finish = ({ key, nativeEvent }: KeyboardEvent) => {
    if (key === 'Enter' && !nativeEvent.isComposing) props.onDone?.()
  }
  const shared = {
    id,
    className: `kit-field__input kit-field__input--${props.kind ?? 'text'}`,
    value: props.value,
    maxLength: props.maxLength ?? 140,
    autoComplete: 'off',
    spellCheck: false,
    'aria-invalid': props.error !== undefined,
    'aria-describedby': note === undefined ? undefined : `${id}-note`,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => props.onChange(target.value),
  }
  return (
    <div className={`kit-field ${props.error === undefined ? '' : 'kit-field--bad'}`}>
      <label className="kit-field__label" htmlFor={id}>
        {props.label}
      </label>
      {props.kind === 'long' ? (
        <div className="kit-field__lines" data-value={props.value}>
          <textarea rows={1} {...shared} />
        </div>
      ) : (
        <input
          type={props.kind === 'pin' ? 'password' : 'text'}
          inputMode={props.kind === 'pin' ? 'numeric' : 'text'}
          ref={input}
          onKeyDown={finish}
          {...(props.onDone && { enterKeyHint: 'done' as const })}
          autoCapitalize={props.kind === 'id-number' ? 'characters' : 'off'}
          {...shared}
        />
      )}
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

import { useId } from 'react'
import type { ChoiceProps } from './Choice'
import './choice.scss'

export function Choice<Value extends string>({ label, options, value, onChoose }: ChoiceProps<Value>) {
  const name = useId()
  return (
    <div className="kit-choice" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label
          key={option.value}
          className={`kit-choice__option ${option.value === value ? 'kit-choice__option--chosen' : ''}`}
        >
          <input
            className="kit-choice__input"
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span className="kit-choice__dot" />
          <span className="kit-choice__label">{option.label}</span>
        </label>
      ))}
    </div>
  )
}

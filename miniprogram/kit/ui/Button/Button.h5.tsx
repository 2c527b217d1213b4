import type * as Port from './Button'
import './button.scss'

export const Button: typeof Port.Button = ({
  label,
  onPress,
  kind = 'primary',
  busy = false,
  disabled = false,
}) => (
  <button
    type="button"
    className={`kit-button kit-button--${kind} ${busy ? 'kit-button--busy' : ''}`}
    aria-busy={busy}
    disabled={disabled || busy}
    onClick={onPress}
  >
    {label}
  </button>
)

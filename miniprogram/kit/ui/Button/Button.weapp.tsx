import { Button as PlatformButton } from '@tarojs/components'
import type * as Port from './Button'
import './button.scss'

export const Button: typeof Port.Button = ({
  label,
  onPress,
  kind = 'primary',
  busy = false,
  disabled = false,
}) => (
  <PlatformButton
    className={`kit-button kit-button--${kind} ${busy ? 'kit-button--busy' : ''}`}
    hoverClass="kit-button--pressed"
    loading={busy}
    disabled={disabled || busy}
    onClick={onPress}
  >
    {label}
  </PlatformButton>
)

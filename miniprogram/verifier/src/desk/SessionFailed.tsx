import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { ErrorCode } from '@nansha/shared/errors'
import { PAGES } from '../pages'
import { refusalLook } from '../parts/refusals'
import { TEXTS } from '../texts'

/** Why the desk cannot work now. An account that belongs to no organisation yet joins one from here. */
export function SessionFailed({ code, onRetry }: { readonly code: ErrorCode; readonly onRetry: () => void }) {
  const say = useSay()
  const { kind, title, text } = refusalLook(code)
  const joins = code === 'STAFF_NOT_ENTITLED' || code === 'OPERATOR_ACCOUNT'
  return (
    <StatusScreen kind={kind} title={say(title)} text={say(text)}>
      {joins && <Button label={say(TEXTS.haveInvitation)} onPress={() => open(PAGES.join)} />}
      <Button kind={joins ? 'secondary' : 'primary'} label={say(COMMON.retry)} onPress={onRetry} />
    </StatusScreen>
  )
}

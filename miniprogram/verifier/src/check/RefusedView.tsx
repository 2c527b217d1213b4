import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Page } from '@nansha/kit/ui/Page/Page'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import { TEXTS } from '../texts'
import { refusalLook } from './refusals'

export interface RefusedViewProps {
  readonly code: ErrorCode
  readonly onNext: () => void
  /** Present when nothing was decided and the same ticket may be sent again. */
  readonly onRetry: (() => void) | undefined
}

/** Red: do not accept. Amber: try again. Plain: the desk's own problem. Stays until someone has read it. */
export function RefusedView({ code, onNext, onRetry }: RefusedViewProps) {
  const say = useSay()
  const { kind, mark, title } = refusalLook(code)
  return (
    <Page title={say(TEXTS.check)} tone={kind === 'info' ? 'plain' : kind}>
      <StatusScreen kind={kind} mark={mark} title={say(title)} text={say(ERRORS[code])}>
        {onRetry !== undefined && <Button label={say(TEXTS.retry)} onPress={onRetry} />}
        <Button
          kind={onRetry === undefined ? 'primary' : 'secondary'}
          label={say(TEXTS.scanAgain)}
          onPress={onNext}
        />
      </StatusScreen>
    </Page>
  )
}

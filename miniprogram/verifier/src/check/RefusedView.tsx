import type { Text } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { ErrorCode } from '@nansha/shared/errors'
import { refusalLook } from '../parts/refusals'
import { TEXTS } from '../texts'
import { DeskPage } from '../warnings/DeskPage'
import { CARD_TEXTS } from './card-texts'

export interface RefusedViewProps {
  readonly code: ErrorCode
  /** Words for how the next try begins. */
  readonly again: Text
  readonly onNext: () => void
  /** The plastic card is never refused: it is offered whatever was wrong with the code. */
  readonly onCheckCard: () => void
  /** Present when nothing was decided and the same ticket may be sent again. */
  readonly onRetry: (() => void) | undefined
}

const TONES = { bad: 'bad', again: 'warn', info: 'plain' } as const

/** Red: do not accept. Amber: try again. Plain: the desk's own problem. Stays until someone has read it. */
export function RefusedView({ code, again, onNext, onCheckCard, onRetry }: RefusedViewProps) {
  const say = useSay()
  const { kind, title, text } = refusalLook(code)
  return (
    <DeskPage title={say(TEXTS.check)} tone={TONES[kind]}>
      <StatusScreen isFar kind={kind} title={say(title)} text={say(text)} />
      <Actions>
        {onRetry !== undefined && <Button label={say(COMMON.retry)} onPress={onRetry} />}
        <Button kind={onRetry === undefined ? 'primary' : 'secondary'} label={say(again)} onPress={onNext} />
        <Button kind="secondary" label={say(CARD_TEXTS.ask)} onPress={onCheckCard} />
      </Actions>
    </DeskPage>
  )
}

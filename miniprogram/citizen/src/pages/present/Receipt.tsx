import { signal } from '@nansha/kit/device/feedback'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { useEffect } from 'react'
import { goHome } from '../../pages'
import { NotMe } from '../../parts/NotMe'
import { UseEntry } from '../../parts/UseEntry'
import type { DeskReceipt } from '../../present/presentation'
import { TEXTS } from './texts'

const SCREENS = {
  shown: { kind: 'info', title: TEXTS.checked, text: TEXTS.checkedText },
  accepted: { kind: 'good', title: TEXTS.accepted, text: TEXTS.acceptedText },
  refused: { kind: 'bad', title: TEXTS.refused, text: TEXTS.refusedText },
  disputed: { kind: 'warn', title: TEXTS.disputed, text: TEXTS.disputedText },
} as const

export interface ReceiptProps {
  readonly handle: string
  readonly receipt: DeskReceipt
  readonly onAnother: () => void
}

/** What the desk made of it, at once, and again when the clerk has decided. */
export function Receipt({ handle, receipt, onAnother }: ReceiptProps) {
  const say = useSay()
  const { state, ...use } = receipt
  const screen = SCREENS[state]
  useEffect(() => {
    if (state === 'accepted' || state === 'refused') signal(state)
  }, [state])

  const kind = state === 'refused' ? 'refused' : 'presented'
  return (
    <StatusScreen kind={screen.kind} title={say(screen.title)} text={say(screen.text)}>
      <UseEntry entry={{ ...use, id: handle, kind }} />
      <Button label={say(TEXTS.done)} onPress={goHome} />
      <Button kind="quiet" label={say(TEXTS.presentAgain)} onPress={onAnother} />
      {state !== 'disputed' && <NotMe use={handle} onDone={goHome} />}
    </StatusScreen>
  )
}

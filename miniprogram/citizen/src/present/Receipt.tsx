import { signal } from '@nansha/kit/device/feedback'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { useSpoken } from '@nansha/kit/ui/use-spoken'
import { useEffect } from 'react'
import { goHome } from '../pages'
import { ChooseAlerts } from '../parts/ChooseAlerts'
import { NotMe } from '../parts/NotMe'
import { UseEntry } from '../parts/UseEntry'
import type { DeskReceipt } from './presentation'
import { TEXTS } from './receipt-texts'

const SCREENS = {
  shown: { kind: 'info', title: TEXTS.checked, text: TEXTS.checkedText },
  accepted: { kind: 'good', title: TEXTS.accepted, text: TEXTS.acceptedText },
  refused: { kind: 'bad', title: TEXTS.refused, text: TEXTS.refusedText },
  disputed: { kind: 'warn', title: TEXTS.disputed, text: TEXTS.disputedText },
} as const

export interface ReceiptProps {
  /** Names the use: the handle, or the digest of the pass. */
  readonly use: string
  readonly receipt: DeskReceipt
  /** What can be done next besides going home. */
  readonly another: { readonly label: string; readonly onPress: () => void }
}

/** What the desk made of it, at once, and again when the clerk has decided. */
export function Receipt({ use, receipt, another }: ReceiptProps) {
  const say = useSay()
  const { state, ...details } = receipt
  const screen = SCREENS[state]
  useSpoken(state === 'accepted' || state === 'refused' ? TEXTS[state] : undefined)
  useEffect(() => {
    if (state === 'accepted' || state === 'refused') signal(state)
  }, [state])

  const kind = state === 'refused' ? 'refused' : 'presented'
  return (
    <StatusScreen kind={screen.kind} title={say(screen.title)} text={say(screen.text)}>
      <UseEntry entry={{ ...details, id: use, kind }} />
      {state === 'shown' ? (
        <>
          <Spinner label={say(TEXTS.waiting)} />
          <Button kind="quiet" label={say(TEXTS.done)} onPress={goHome} />
        </>
      ) : (
        <>
          <Button label={say(TEXTS.done)} onPress={goHome} />
          <Button kind="secondary" label={another.label} onPress={another.onPress} />
        </>
      )}
      {state === 'accepted' && <ChooseAlerts isOffer />}
      {state !== 'disputed' && <NotMe use={use} onDone={goHome} />}
    </StatusScreen>
  )
}

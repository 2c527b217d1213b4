import { useAsk } from '@nansha/kit/cloud/use-ask'
import { signal } from '@nansha/kit/device/feedback'
import { replace } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { CardSeen, VerifyEvent } from '@nansha/shared/api/verify'
import type { ErrorCode } from '@nansha/shared/errors'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { useRef, useState } from 'react'
import { PAGES } from '../pages'
import { drawId } from '../parts/draw-id'
import { refusalLook } from '../parts/refusals'
import { TEXTS } from '../texts'
import { DeskPage } from '../warnings/DeskPage'
import { CARD_TEXTS } from './card-texts'

export interface CardCheckViewProps {
  readonly scenario: ScenarioName
  /** Why the code before it was refused. */
  readonly refused: ErrorCode
  /** The stay that a hotel guest would be added to. */
  readonly stay: string | undefined
  readonly onNext: () => void
}

/** The plastic card in place of a code that was refused; what the clerk saw of it is recorded. Nothing here becomes green. */
export function CardCheckView({ scenario, refused, stay, onNext }: CardCheckViewProps) {
  const say = useSay()
  const ask = useAsk()
  const [seen, setSeen] = useState<CardSeen>()
  const drawn = useRef<{ readonly card: CardSeen; readonly check: string }>()
  const { isRunning, failure, run } = useTask()

  const record = (card: CardSeen) =>
    run(async () => {
      // A different answer is a new check; the same one, sent again because the reply was lost, is not.
      if (drawn.current?.card !== card) drawn.current = { card, check: await drawId() }
      const event: VerifyEvent = { action: 'card-check', ...drawn.current, scenario, refused }
      await ask('verify', event)
      signal('refused')
      setSeen(card)
    })

  if (seen !== undefined) return <CardSeenView seen={seen} scenario={scenario} stay={stay} onNext={onNext} />
  return (
    <DeskPage title={say(TEXTS.check)} tone="plain">
      <StatusScreen isFar kind="info" title={say(CARD_TEXTS.title)} text={say(CARD_TEXTS.lead)} />
      {failure !== undefined && (
        <>
          <Notice
            kind="warn"
            text={say(CARD_TEXTS.unrecorded, { reason: say(refusalLook(failure.code).title) })}
          />
          <Button kind="secondary" label={say(TEXTS.nextGuest)} onPress={onNext} />
        </>
      )}
      <Actions>
        <Button label={say(CARD_TEXTS.matchesIt)} busy={isRunning} onPress={() => record('matches')} />
        <Button
          kind="bad"
          label={say(CARD_TEXTS.differsFromIt)}
          disabled={isRunning}
          onPress={() => record('differs')}
        />
        <Button
          kind="secondary"
          label={say(CARD_TEXTS.isMissing)}
          disabled={isRunning}
          onPress={() => record('missing')}
        />
      </Actions>
    </DeskPage>
  )
}

type CardSeenViewProps = Pick<CardCheckViewProps, 'scenario' | 'stay' | 'onNext'> & {
  readonly seen: CardSeen
}

/** What follows from what the clerk saw: a card that matches can be copied where this purpose registers people. */
function CardSeenView({ seen, scenario, stay, onNext }: CardSeenViewProps) {
  const say = useSay()
  const isMatch = seen === 'matches'
  const registers = isMatch && SCENARIOS[scenario].registers.length > 0
  const { title, text } = CARD_TEXTS[seen]
  const to = stay === undefined ? PAGES.admit : `${PAGES.admit}?stay=${stay}`
  return (
    <DeskPage title={say(TEXTS.check)} tone={isMatch ? 'warn' : 'bad'}>
      <StatusScreen
        isFar
        kind={isMatch ? 'warn' : 'bad'}
        title={say(title)}
        text={say(registers ? CARD_TEXTS.copyIt : text)}
      />
      <Actions>
        {registers && <Button label={say(CARD_TEXTS.register)} onPress={() => replace(to)} />}
        <Button kind={registers ? 'secondary' : 'primary'} label={say(TEXTS.nextGuest)} onPress={onNext} />
      </Actions>
    </DeskPage>
  )
}

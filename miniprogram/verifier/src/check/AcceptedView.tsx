import { useNow } from '@nansha/kit/device/clock'
import { replace } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Mark } from '@nansha/kit/ui/Mark/Mark'
import { SECOND_MS } from '@nansha/shared/clock/durations'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { stayOfUse } from '@nansha/shared/stays/stay-of-use'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { PAGES } from '../pages'
import { TEXTS } from '../texts'
import { DeskPage } from '../warnings/DeskPage'
import { Disclosed } from './Disclosed'
import { outcomeOf, type Subject } from './subject'
import './accepted-view.scss'

/** How long a negative proof of age stays on the screen, in seconds. */
const READ_WITHIN = 30

const LOOKS = {
  accepted: { tone: 'good', shape: 'good', title: TEXTS.accepted },
  'by-card': { tone: 'warn', shape: 'warn', title: TEXTS.byCard },
  'under-age': { tone: 'bad', shape: 'stop', title: TEXTS.underAge },
} as const

export interface AcceptedViewProps {
  readonly subject: Subject
  /** The stay that a hotel guest was added to. */
  readonly stay: string | undefined
  readonly onNext: () => void
}

/** The whole screen in the colour of the outcome: green for an acceptance alone. It closes itself, and forgets who it was. */
export function AcceptedView({ subject, stay, onNext }: AcceptedViewProps) {
  const say = useSay()
  const now = useNow(250)
  const outcome = outcomeOf(subject)
  const stays = outcome === 'under-age' ? READ_WITHIN : SCENARIOS[subject.scenario].verdictSeconds
  const [until] = useState(() => now + stays * SECOND_MS)
  const seconds = Math.max(0, Math.ceil((until - now) / 1000))
  const { tone, shape, title } = LOOKS[outcome]
  const over = seconds === 0
  const room = stayOf(subject, stay)

  useEffect(() => {
    if (over) onNext()
  }, [over, onNext])

  return (
    <DeskPage title={say(TEXTS.check)} tone={tone}>
      <View className="accepted-view__message" {...a11y({ role: 'alert' })}>
        <Mark shape={shape} />
        <View className="accepted-view__title" {...a11y({ role: 'heading' })}>
          {say(title)}
        </View>
      </View>
      <Disclosed subject={subject} isCompared />
      <Actions>
        {room !== undefined && (
          <Button label={say(TEXTS.checkIn)} onPress={() => replace(`${PAGES.arrive}?stay=${room}`)} />
        )}
        <Button
          kind={room === undefined ? 'primary' : 'secondary'}
          label={`${say(TEXTS.nextGuest)} · ${seconds}`}
          onPress={onNext}
        />
      </Actions>
    </DeskPage>
  )
}

/** The stay in which a guest waits for a room; none where the scenario registers no guests. */
function stayOf({ scenario, evidence }: Subject, stay: string | undefined): string | undefined {
  if (evidence.form !== 'ticket' || SCENARIOS[scenario].registers.length === 0) return undefined
  return stay ?? stayOfUse(evidence.useId)
}

import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import type { WaitingGuestView } from '@nansha/shared/api/stays-answers'
import { useState } from 'react'
import { GuestRow } from '../GuestRow'
import { ARRIVE_TEXTS } from './texts'

export interface WaitingGuestsProps {
  readonly guests: readonly WaitingGuestView[]
  readonly isBusy: boolean
  readonly onTurnAway: (guest: WaitingGuestView) => void
}

/** Who will be checked in; each removable by a second tap. */
export function WaitingGuests({ guests, isBusy, onTurnAway }: WaitingGuestsProps) {
  const say = useSay()
  const [leaving, setLeaving] = useState<string>()
  return (
    <Card>
      {guests.map((one) => (
        <GuestRow key={one.guest} guest={one}>
          {leaving === one.guest ? (
            <Button
              kind="bad"
              label={say(ARRIVE_TEXTS.turnAwayNow, { name: one.name })}
              busy={isBusy}
              onPress={() => onTurnAway(one)}
            />
          ) : (
            <Button kind="quiet" label={say(ARRIVE_TEXTS.turnAway)} onPress={() => setLeaving(one.guest)} />
          )}
        </GuestRow>
      ))}
    </Card>
  )
}

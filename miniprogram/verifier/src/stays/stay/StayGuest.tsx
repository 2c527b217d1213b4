import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Button } from '@nansha/kit/ui/Button/Button'
import type { StaysEvent } from '@nansha/shared/api/stays'
import type { StayDetails } from '@nansha/shared/api/stays-answers'
import { useState } from 'react'
import { PAGES } from '../../pages'
import { howIdentified } from '../admit/photo-texts'
import { GuestRow } from '../GuestRow'
import { TEXTS } from '../texts'

export interface StayGuestProps {
  readonly guest: StayDetails['guests'][number]
  readonly seen: { readonly stay: string; readonly revision: number }
  /** Others stay when this one goes. */
  readonly mayLeave: boolean
  readonly onChange: (event: StaysEvent) => void
}

/** A guest of a stay; to check one out before the others takes a second tap. */
export function StayGuest({ guest, seen, mayLeave, onChange }: StayGuestProps) {
  const say = useSay()
  const { moment } = useTimes()
  const [isLeaving, setLeaving] = useState(false)
  const { guest: id, name, checkedBy, checkedAt, kind, identified } = guest
  const note = [
    say(TEXTS.checkedBy, { name: checkedBy, time: moment(checkedAt) }),
    ...(identified ? howIdentified(identified).map((text) => say(text)) : []),
  ].join(' · ')
  return (
    <GuestRow guest={guest} note={note}>
      {kind !== 'nansha' && (
        <Button
          kind="quiet"
          label={say(TEXTS.correct)}
          onPress={() => open(`${PAGES.admit}?stay=${seen.stay}&guest=${id}&revision=${seen.revision}`)}
        />
      )}
      {mayLeave && !isLeaving && (
        <Button kind="quiet" label={say(TEXTS.leaves)} onPress={() => setLeaving(true)} />
      )}
      {mayLeave && isLeaving && (
        <Button
          kind="secondary"
          label={say(TEXTS.leavesNow, { name })}
          onPress={() => onChange({ action: 'remove-guest', ...seen, guest: id })}
        />
      )}
    </GuestRow>
  )
}

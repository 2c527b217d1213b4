import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import type { DeskSummary } from '@nansha/shared/api/stays-answers'
import type { StaffSession } from '@nansha/shared/api/verify'
import { PAGES } from '../pages'
import { TEXTS } from './hotel-texts'
import { OpenList } from './OpenList'

export interface HotelMenuProps {
  /** Whatever is not known of the house, guests come: the ways to take them are there without it. */
  readonly summary: DeskSummary | 'failed' | undefined
  readonly role: StaffSession['role']
}

/** The rest of a hotel's desk, below the next guest. */
export function HotelMenu({ summary, role }: HotelMenuProps) {
  const say = useSay()
  return (
    <>
      <OpenList name="here" count={summary === 'failed' ? undefined : summary?.here} />
      <Button kind="secondary" label={say(TEXTS.rooms)} onPress={() => open(PAGES.rooms)} />
      <Button kind="secondary" label={say(TEXTS.shift)} onPress={() => open(PAGES.shift)} />
      <Button kind="secondary" label={say(TEXTS.otherDocument)} onPress={() => open(PAGES.admit)} />
      {role === 'manager' && (
        <Button kind="secondary" label={say(TEXTS.day)} onPress={() => open(PAGES.day)} />
      )}
    </>
  )
}

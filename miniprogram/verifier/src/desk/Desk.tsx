import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { StaffSession } from '@nansha/shared/api/verify'
import { View } from '@tarojs/components'
import { PAGES } from '../pages'
import { TEXTS } from '../texts'
import { HotelMenu } from './HotelMenu'
import { HotelWork } from './HotelWork'
import { StartCheck } from './StartCheck'
import { useSummary } from './use-summary'

export interface DeskProps {
  readonly session: StaffSession
  /** The licence ends within a month. */
  readonly endsSoon: boolean
}

/** The start of a shift: the organisation, what may be checked, and one button. */
export function Desk({ session, endsSoon }: DeskProps) {
  const say = useSay()
  const { day } = useTimes()
  const isHotel = session.scenarios.includes('hotel')
  const summary = useSummary(isHotel)
  const date = day(session.licenceExpiresAt)
  return (
    <>
      <Heading title={say(session.organisation)} lead={say(TEXTS.staff, { name: session.staff })} />
      {endsSoon && <Notice kind="warn" text={say(TEXTS.licenceSoon, { date })} />}
      <HotelWork summary={summary} />
      <StartCheck scenarios={session.scenarios} />
      {isHotel && <HotelMenu summary={summary} role={session.role} />}
      {session.enrols && (
        <Button kind="secondary" label={say(TEXTS.officer)} onPress={() => open(PAGES.officer)} />
      )}
      <Button kind="secondary" label={say(TEXTS.checks)} onPress={() => open(PAGES.checks)} />
      {session.role === 'manager' && (
        <Button
          kind="secondary"
          label={say(TEXTS.staffList)}
          onPress={() => open(`${PAGES.staff}?organisation=${session.organisationId}`)}
        />
      )}
      {!endsSoon && <View className="fine-print">{say(TEXTS.licence, { date })}</View>}
    </>
  )
}

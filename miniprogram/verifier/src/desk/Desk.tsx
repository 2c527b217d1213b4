import { open } from '@nansha/kit/device/navigation'
import { formatDate } from '@nansha/kit/i18n/format-time'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { StaffSession } from '@nansha/shared/api/verify'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { TEXTS } from '../texts'

export interface DeskProps {
  readonly session: StaffSession
  /** The licence ends within a month. */
  readonly endsSoon: boolean
}

/** The start of a shift: who we are, what may be checked, and one button. */
export function Desk({ session, endsSoon }: DeskProps) {
  const say = useSay()
  const scannable = session.scenarios.filter((name) => SCENARIOS[name].startsFrom === 'holder-qr')
  const [chosen, choose] = useState<ScenarioName | undefined>(scannable[0])
  const date = formatDate(session.licenceExpiresAt)

  return (
    <>
      <Heading title={say(session.organisation)} lead={say(TEXTS.staff, { name: session.staff })} />
      {endsSoon && <Notice kind="warn" text={say(TEXTS.licenceSoon, { date })} />}
      {chosen === undefined ? (
        <Notice kind="info" text={say(TEXTS.noScenario)} />
      ) : (
        <>
          <Card>
            <Choice
              label={say(TEXTS.scenarios)}
              options={scannable.map((name) => ({ value: name, label: say(SCENARIOS[name].title) }))}
              value={chosen}
              onChoose={choose}
            />
          </Card>
          <Button
            label={say(TEXTS.startScanning)}
            onPress={() => open(`/pages/check/index?scenario=${chosen}`)}
          />
        </>
      )}
      {!endsSoon && <View className="fine-print">{say(TEXTS.licence, { date })}</View>}
    </>
  )
}

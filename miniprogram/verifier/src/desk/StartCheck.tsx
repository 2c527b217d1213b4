import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { PAGES } from '../pages'
import { TEXTS } from '../texts'

/** What to check for, and the button that begins. */
export function StartCheck({ scenarios }: { readonly scenarios: readonly ScenarioName[] }) {
  const say = useSay()
  const [picked, pick] = useState(scenarios[0])
  const chosen = picked !== undefined && scenarios.includes(picked) ? picked : scenarios[0]
  if (chosen === undefined) return <Notice kind="info" text={say(TEXTS.noScenario)} />
  const startsHere = SCENARIOS[chosen].startsFrom === 'desk-code'
  return (
    <>
      {scenarios.length === 1 ? (
        <View className="fine-print">{say(TEXTS.only, { scenario: say(SCENARIOS[chosen].title) })}</View>
      ) : (
        <Card>
          <Choice
            label={say(TEXTS.scenarios)}
            options={scenarios.map((name) => ({ value: name, label: say(SCENARIOS[name].title) }))}
            value={chosen}
            onChoose={pick}
          />
        </Card>
      )}
      <Actions>
        <Button
          label={say(startsHere ? TEXTS.showCode : TEXTS.startScanning)}
          onPress={() => open(`${PAGES.check}?scenario=${chosen}`)}
        />
      </Actions>
    </>
  )
}

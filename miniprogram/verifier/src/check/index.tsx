import { back } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import { SCENARIO_NAMES, type ScenarioName } from '@nansha/shared/scenarios'
import { useEffect } from 'react'
import { PAGES } from '../pages'
import { CheckScreen } from './CheckScreen'

export default function CheckPage() {
  const { scenario: asked, stay } = useQuery()
  const scenario = SCENARIO_NAMES.find((name): name is ScenarioName => name === asked)

  useEffect(() => {
    if (scenario === undefined) back(PAGES.desk)
  }, [scenario])

  return scenario === undefined ? null : (
    <CheckScreen scenario={scenario} stay={stay} onLeave={() => back(PAGES.desk)} />
  )
}

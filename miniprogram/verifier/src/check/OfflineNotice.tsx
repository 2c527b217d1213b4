import { useOnline } from '@nansha/kit/device/use-online'
import { useSay } from '@nansha/kit/i18n/language'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { isPassScenario, type ScenarioName } from '@nansha/shared/scenarios'
import { TEXTS } from '../texts'

/** Says what a desk without a network can still do for this purpose; nothing while there is one. */
export function OfflineNotice({ scenario }: { readonly scenario: ScenarioName }) {
  const say = useSay()
  if (useOnline()) return null
  return <Notice kind="warn" text={say(isPassScenario(scenario) ? TEXTS.offlineGate : TEXTS.noNetwork)} />
}

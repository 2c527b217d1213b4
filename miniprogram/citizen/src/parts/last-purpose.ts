import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { createValue } from '@nansha/kit/state/create-value'
import { SCENARIO_NAMES, SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'

const KEY = 'last-purpose'

/** What the holder showed their ID for last, chosen beforehand the next time. */
export const LAST_PURPOSE = createValue<ScenarioName>('hotel')

/** Never throws: without a memory the first purpose is chosen. */
export async function recallPurpose(storage: SecureStorage): Promise<void> {
  const kept = await storage.get(KEY).catch(() => undefined)
  const purpose = SCENARIO_NAMES.find((name) => name === kept)
  if (purpose && SCENARIOS[purpose].startsFrom === 'holder-qr') LAST_PURPOSE.dispatch(purpose)
}

export function rememberPurpose(storage: SecureStorage, purpose: ScenarioName): void {
  LAST_PURPOSE.dispatch(purpose)
  storage.set(KEY, purpose).catch(() => undefined)
}

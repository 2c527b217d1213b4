import { ASSURANCES, type Assurance, SCENARIOS, type ScenarioName } from './scenarios'

/**
 * Whether a person was proven well enough for a purpose.
 *
 * @param acceptSpecimens true in a local deployment only: synthetic citizens are then as good as any
 */
export function meetsAssurance(
  assurance: Assurance,
  scenario: ScenarioName,
  acceptSpecimens: boolean,
): boolean {
  if (assurance === 'specimen') return acceptSpecimens
  return ASSURANCES.indexOf(assurance) >= ASSURANCES.indexOf(SCENARIOS[scenario].minimumAssurance)
}

import { type ErrorCode, NanshaError, UNANSWERED } from '@nansha/shared/errors'
import { passIdOf } from '@nansha/shared/pass/pass-id'
import { isPassScenario, type PassScenario, SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import type { HeldPass } from '../wallet/client/showing'
import { type Stocks, suffices } from '../wallet/stocks'

/** `ticket`: the desk asks the cloud. `pass`: neither side needs a network. */
export type Form = 'ticket' | 'pass'

/** What a visit to a desk is shown, once. `use` names it to the server: the handle, or the digest of the pass. */
export type Code =
  | { readonly form: 'ticket'; readonly use: string }
  | { readonly form: 'pass'; readonly use: string; readonly held: HeldPass }

/** Refusals of one form after which the other is tried. */
const TRY_OTHER_FORM = new Set<ErrorCode>([...UNANSWERED, 'PASS_UNAVAILABLE', 'ATTEMPTS_EXHAUSTED'])

/**
 * The forms to try, in order: as the scenario's table says, but first the pass when this phone is without network,
 * because the desk beside it probably is too.
 */
export function formsOf(scenario: ScenarioName, isOnline: boolean): readonly Form[] {
  const forms: readonly Form[] = SCENARIOS[scenario].forms
  return isOnline || !forms.includes('pass') ? forms : ['pass', 'ticket']
}

/**
 * Takes what will be shown; it is struck off before this returns.
 *
 * @param forms of {@link formsOf}, or the one that the citizen asked for
 * @param now corrected time, Unix milliseconds
 * @throws NanshaError UNLOCK_REQUIRED at once, otherwise why the last of the forms could not be had
 */
export async function takeCode(
  stocks: Pick<Stocks, 'handles' | 'passes'>,
  scenario: ScenarioName,
  forms: readonly Form[],
  now: number,
): Promise<Code> {
  const [form, ...others] = forms
  try {
    return form === 'pass' && isPassScenario(scenario)
      ? await takePass(stocks, scenario)
      : await takeTicket(stocks, scenario, now)
  } catch (error) {
    const mayTryOther = error instanceof NanshaError && TRY_OTHER_FORM.has(error.code)
    if (!mayTryOther || others.length === 0) throw error
    return takeCode(stocks, scenario, others, now)
  }
}

async function takeTicket(
  { handles }: Pick<Stocks, 'handles'>,
  scenario: ScenarioName,
  now: number,
): Promise<Code> {
  const { handle } = await handles.take(suffices(scenario, now))
  return { form: 'ticket', use: handle }
}

async function takePass({ passes }: Pick<Stocks, 'passes'>, scenario: PassScenario): Promise<Code> {
  const held = await passes[scenario].take()
  return { form: 'pass', use: passIdOf(held.pass), held }
}

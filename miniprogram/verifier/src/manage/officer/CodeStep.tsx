import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { scanOnce } from '@nansha/kit/scanner/scan-once'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { type Dispatch, useState } from 'react'
import { PAGES } from '../../pages'
import { refusalLook } from '../../parts/refusals'
import type { ApplicationEvent } from './application'
import type { OfficerClient } from './officer-client'
import { StepHeading } from './StepHeading'
import { TEXTS } from './texts'

export interface CodeStepProps {
  readonly client: OfficerClient
  readonly dispatch: Dispatch<ApplicationEvent>
}

/** The code on the person's phone says which key is to be approved. */
export function CodeStep({ client, dispatch }: CodeStepProps) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [isNothingFound, setNothingFound] = useState(false)
  const { isRunning, failure, run } = useTask()
  const code = digitsOf(typed)

  const openCode = (digits: string) =>
    run(async () => dispatch({ type: 'opened', opened: await client.open(digits) }))

  async function scan() {
    const scanned = await scanOnce((text) => digitsOf(text) !== undefined)
    const digits = scanned.state === 'code' ? digitsOf(scanned.text) : undefined
    setNothingFound(scanned.state !== 'cancelled' && digits === undefined)
    if (digits === undefined) return
    setTyped(digits)
    openCode(digits)
  }

  return (
    <>
      <StepHeading step={1} title={TEXTS.codeTitle} lead={TEXTS.codeLead} />
      <Field
        label={say(TEXTS.code)}
        hint={say(TEXTS.codeFault)}
        value={typed}
        onChange={setTyped}
        maxLength={9}
      />
      {isNothingFound && <Notice kind="warn" text={say(TEXTS.noCodeFound)} />}
      {failure !== undefined && (
        <Notice
          kind="bad"
          text={say(
            failure.code === 'ATTEMPTS_EXHAUSTED' ? TEXTS.wrongCodes : refusalLook(failure.code).text,
          )}
        />
      )}
      <Button
        label={say(TEXTS.open)}
        busy={isRunning}
        disabled={code === undefined}
        onPress={() => code !== undefined && openCode(code)}
      />
      <Button kind="secondary" label={say(TEXTS.scanCode)} disabled={isRunning} onPress={() => void scan()} />
      <Button kind="quiet" label={say(TEXTS.lostPhone)} onPress={() => open(PAGES.freeze)} />
    </>
  )
}

/** The phone shows two groups of four. @returns eight digits, `undefined` of anything else */
function digitsOf(text: string): string | undefined {
  const digits = text.replace(/\s/g, '')
  return /^\d{8}$/.test(digits) ? digits : undefined
}

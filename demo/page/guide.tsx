import { SCENARIOS } from '@nansha/shared/scenarios'
import { type RefObject, useEffect, useState } from 'react'
import type { DemoDesk } from '../desks'
import type { Language, Texts } from './texts'
import type { HeldScreen } from './use-held-screen'

/** How many steps of the guide are done when this page is open on that phone. */
const REACHED = {
  citizen: [
    ['/enrol/card', 1],
    ['/enrol/emblem', 1],
    ['/enrol/details', 2],
    ['/enrol/selfie', 2],
    ['/enrol/submit', 3],
    ['/present', 4],
    ['/desk/answer', 4],
  ],
  desk: [['/check', 4]],
} as const
const LOOK_MS = 500

/** Follows what the two phones show, and which screen the demo held before a camera. Every desk begins anew. */
export function useProgress(
  desk: DemoDesk,
  citizen: RefObject<HTMLIFrameElement>,
  companion: RefObject<HTMLIFrameElement>,
  { shown, holding }: HeldScreen,
): number {
  const [opened, setOpened] = useState({ desk, steps: 0 })
  useEffect(() => {
    const timer = setInterval(() => {
      const steps = Math.max(reachedOn(citizen, REACHED.citizen), reachedOn(companion, REACHED.desk))
      setOpened((before) => (before.desk === desk && before.steps >= steps ? before : { desk, steps }))
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [desk, citizen, companion])
  if (shown === 'old') return 7
  if (shown === 'live') return holding ? 5 : 6
  return opened.desk === desk ? opened.steps : 0
}

function reachedOn(
  phone: RefObject<HTMLIFrameElement>,
  pages: readonly (readonly [string, number])[],
): number {
  const address = phone.current?.contentWindow?.location.hash ?? ''
  return pages.find(([page]) => address.includes(page))?.[1] ?? 0
}

/** The short list of what to do at this desk; the step that comes next stands out. */
export function Guide(props: {
  readonly texts: Texts
  readonly language: Language
  readonly desk: DemoDesk
  readonly done: number
}) {
  const { texts, desk, done } = props
  const { startsFrom, title } = SCENARIOS[desk.scenario]
  const steps = [...texts.enrol, ...texts.show[startsFrom]]
  return (
    <section className="panel guide">
      <h2>{texts.guide}</h2>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step}
            className={index < done ? 'done' : index === done ? 'now' : ''}
            aria-current={index === done ? 'step' : undefined}
          >
            {step.replace('{purpose}', title[props.language])}
          </li>
        ))}
      </ol>
      {desk.enrols && (
        <>
          <h2>{texts.guideInPerson}</h2>
          <ol>
            {texts.inPerson.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

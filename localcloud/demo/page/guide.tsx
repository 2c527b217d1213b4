import { type RefObject, useEffect, useState } from 'react'
import type { Texts } from './texts'

/** How far along somebody is who has this page open on that phone; the number of steps done. */
const REACHED = {
  citizen: [
    ['/enrol/card', 1],
    ['/enrol/emblem', 1],
    ['/enrol/details', 2],
    ['/enrol/selfie', 2],
    ['/enrol/submit', 3],
    ['/pages/present', 4],
  ],
  desk: [['/pages/check', 4]],
} as const
const LOOK_MS = 500

/** Follows what the two phones show, and how often the demo held something before the scanner. */
export function useProgress(
  citizen: RefObject<HTMLIFrameElement>,
  desk: RefObject<HTMLIFrameElement>,
  shown: 'nothing' | 'live' | 'old',
  isHolding: boolean,
): number {
  const [opened, setOpened] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => {
      const reached = Math.max(reachedOn(citizen, REACHED.citizen), reachedOn(desk, REACHED.desk))
      setOpened((before) => Math.max(before, reached))
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [citizen, desk])
  if (shown === 'old') return 7
  if (shown === 'live') return isHolding ? 5 : 6
  return opened
}

function reachedOn(
  phone: RefObject<HTMLIFrameElement>,
  pages: readonly (readonly [string, number])[],
): number {
  const address = phone.current?.contentWindow?.location.hash ?? ''
  return pages.find(([page]) => address.includes(page))?.[1] ?? 0
}

/** The short list of what to do; the step that comes next stands out. */
export function Guide({ texts, done }: { readonly texts: Texts; readonly done: number }) {
  return (
    <section className="panel guide">
      <h2>{texts.guide}</h2>
      <ol>
        {texts.steps.map((step, index) => (
          <li
            key={step}
            className={index < done ? 'done' : index === done ? 'now' : ''}
            aria-current={index === done ? 'step' : undefined}
          >
            {step}
          </li>
        ))}
      </ol>
    </section>
  )
}

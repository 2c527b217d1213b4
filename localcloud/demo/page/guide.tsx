import { useState } from 'react'
import type { Texts } from './texts'

/** The short list of what to do, which the visitor ticks off. */
export function Guide({ texts }: { readonly texts: Texts }) {
  const [done, setDone] = useState(0)
  return (
    <aside className="guide">
      <h2>{texts.guide}</h2>
      <ol>
        {texts.steps.map((step, index) => (
          <li key={step} className={index < done ? 'done' : index === done ? 'now' : ''}>
            <button type="button" onClick={() => setDone(index < done ? index : index + 1)}>
              {step}
            </button>
          </li>
        ))}
      </ol>
    </aside>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/**
 * What keys do on a box or one of several buttons that is drawn and not the browser's own, as in the WAI-ARIA practices: Space and
 * Enter press it, arrows choose among the buttons of a group.
 */
export function onChoiceKey(event: KeyboardEvent): void {
  const pressed = event.currentTarget as HTMLElement
  const target = event.key === ' ' || event.key === 'Enter' ? pressed : neighbour(pressed, STEPS[event.key])
  if (!target) return
  event.preventDefault()
  target.focus()
  target.click()
}

function neighbour(radio: HTMLElement, step: number | undefined): HTMLElement | undefined {
  const group = radio.closest('[role=radiogroup]')
  if (step === undefined || !group) return undefined
  const radios = [...group.querySelectorAll<HTMLElement>('[role=radio]')]
  return radios.at((radios.indexOf(radio) + step) % radios.length)
}

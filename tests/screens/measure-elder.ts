import type { Page } from 'playwright-core'

/** What MIIT's specification asks of the elder version: CSS pixels, which are the platform's dp. */
const FIGURES = { text: 18, target: 60, lines: 1.3 }

/**
 * Measures an elder screen as it is drawn: every word, every control.
 *
 * @returns a sentence for each that is smaller than the specification allows, empty when there are none
 */
export async function measureElder(page: Page, screen: string): Promise<string[]> {
  const found = await page.evaluate(({ text, target, lines }) => {
    const faults: string[] = []
    const shown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    const root = [...document.querySelectorAll('.kit-page')].find((one) => one.getClientRects().length > 0)
    const words = document.createTreeWalker(root ?? document.body, NodeFilter.SHOW_TEXT)
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const said = node.textContent?.trim() ?? ''
      const parent = node.parentElement
      if (said === '' || !parent || !shown(parent)) continue
      const style = getComputedStyle(parent)
      const size = Number.parseFloat(style.fontSize)
      const height = Number.parseFloat(style.lineHeight)
      if (size < text) faults.push(`"${said.slice(0, 20)}" is ${size} px high`)
      if (height < lines * size - 0.01) faults.push(`"${said.slice(0, 20)}" stands in lines of ${height} px`)
    }
    const controls =
      'button, [role=button], [role=radio], [role=checkbox], [role=switch], textarea, input, a[href], label'
    for (const control of root?.querySelectorAll(controls) ?? []) {
      if (!shown(control) || (control.tagName === 'INPUT' && control.closest('label'))) continue
      // The words above a field only name it: what is pressed is the field.
      if (control instanceof HTMLLabelElement && control.htmlFor !== '') continue
      const { width, height } = control.getBoundingClientRect()
      if (width < target - 0.5 || height < target - 0.5)
        faults.push(
          `${control.className || control.tagName} is ${Math.round(width)} × ${Math.round(height)} px`,
        )
    }
    return faults
  }, FIGURES)
  return [...new Set(found)].map((fault) => `${screen}: ${fault}`)
}

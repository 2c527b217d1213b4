import type { Page } from 'playwright-core'
import { DEMO_PIN } from '#demo/issue-identity'

/** What needs a PIN of the last minutes. @param sent what the phone says once none is asked for */
export async function enterPin(phone: Page, sent: string): Promise<void> {
  const field = phone.locator('input[type=password]').filter({ visible: true })
  await field
    .or(phone.getByText(sent).filter({ visible: true }))
    .first()
    .waitFor()
  if ((await field.count()) === 0) return
  await field.fill(DEMO_PIN)
  await phone.locator('.kit-button--primary').filter({ visible: true }).last().click()
}

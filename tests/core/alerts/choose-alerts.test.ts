import { chooseAlerts } from '@nansha/core/alerts/choose-alerts'
import { expect, it } from 'vitest'

const ports = { fetch, now: Date.now }
const TEMPLATE = `${'a'.repeat(20)}:thing1,time2`
const app = { NANSHA_WECHAT_APP_ID: 'wxa', NANSHA_WECHAT_APP_SECRET: 's' }

it('a deployment without a template sends no messages', () => {
  expect(chooseAlerts(app, ports)).toBeNull()
})

it('a template with its two fields, and the app’s id and secret, make messages', () => {
  expect(chooseAlerts({ ...app, NANSHA_ALERT_TEMPLATE: TEMPLATE }, ports)?.templateId).toBe('a'.repeat(20))
})

it.each(['a', `${'a'.repeat(20)}`, `${'a'.repeat(20)}:time2,thing1`, `${TEMPLATE},thing3`])(
  'the template %s stops the function at its start',
  (NANSHA_ALERT_TEMPLATE) => {
    expect(() => chooseAlerts({ ...app, NANSHA_ALERT_TEMPLATE }, ports)).toThrow('must be <template id>')
  },
)

it.each(['NANSHA_WECHAT_APP_ID', 'NANSHA_WECHAT_APP_SECRET'])('a template without %s does so too', (name) => {
  expect(() => chooseAlerts({ ...app, NANSHA_ALERT_TEMPLATE: TEMPLATE, [name]: '' }, ports)).toThrow('needs')
})

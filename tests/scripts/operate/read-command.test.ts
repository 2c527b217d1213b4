import { describe, expect, it } from 'vitest'
import { readCommand, USAGE } from '#scripts/operate/read-command'

const ORGANISATION = 'A'.repeat(22)
const read = (line: string) => readCommand(line.split(' ').filter(Boolean))

describe('the operator’s command', () => {
  it('reads what to do, where', () => {
    expect(read('list')).toEqual({
      name: 'list',
      event: { action: 'organisations' },
      reference: null,
      keyFile: null,
      target: { kind: 'local', url: 'http://127.0.0.1:5170' },
    })
    for (const organisationId of [ORGANISATION, `-_${'A'.repeat(20)}`, `--${'A'.repeat(20)}`])
      expect(read(`suspend ${organisationId}`).event).toEqual({ action: 'suspend', organisationId })
    const remote = read(`invite ${ORGANISATION} --env id-1 --issuer https://id.example/trust --key op.json`)
    expect(remote).toMatchObject({
      event: { action: 'invite', role: 'manager' },
      keyFile: 'op.json',
      target: { kind: 'environment', env: 'id-1', issuer: 'https://id.example/trust' },
    })
  })

  it('takes a licence to last until the end of its day in China', () => {
    const argv = ['onboard', '--zh', '南沙酒店', '--en', 'Nansha Hotel']
    const { event } = readCommand([...argv, '--scenarios', 'hotel,age', '--until', '2027-12-31'])
    expect(event).toEqual({
      action: 'onboard',
      name: { zh: '南沙酒店', en: 'Nansha Hotel' },
      scenarios: ['hotel', 'age'],
      enrols: false,
      licenceExpiresAt: Date.parse('2027-12-31T15:59:59Z') / 1000,
    })
  })

  it.each([
    ['', 'npm run operate'],
    ['destroy', 'npm run operate'],
    ['renew --until 2027-12-31', 'ORGANISATION is missing'],
    [`renew ${ORGANISATION}`, '--until is missing'],
    [`renew ${ORGANISATION} --until 31.12.2027`, '--until takes a day'],
    [`renew ${ORGANISATION} --until 2027-13-31`, '--until takes a day'],
    ['onboard --zh 南沙酒店 --en x --scenarios hotel,bar --until 2027-12-31', '--scenarios is missing'],
    ['onboard --en x --scenarios hotel --until 2027-12-31', '--zh is missing'],
    [`suspend ${ORGANISATION} ${ORGANISATION}`, 'was not expected'],
    ['list --env id-1', '--issuer'],
    ['freeze', '--call REFERENCE'],
  ])('says what is wrong with "%s"', (line, sentence) => {
    expect(() => read(line)).toThrow(sentence)
  })

  it('has every command in its help', () => {
    for (const name of [
      'list',
      'onboard',
      'invite',
      'renew',
      'suspend',
      'resume',
      'staff',
      'dismiss',
      'freeze',
    ])
      expect(USAGE).toContain(`\n  ${name}`)
  })
})

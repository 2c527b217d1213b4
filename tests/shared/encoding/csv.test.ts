import { writeCsv } from '@nansha/shared/encoding/csv'
import { expect, it } from 'vitest'

it('a table is written for spreadsheets, every cell quoted, a line each', () => {
  const rows = [
    ['name', 'count'],
    ['a "quoted" name, with a comma', 12],
  ]
  expect(writeCsv(rows)).toBe('\uFEFF"name","count"\r\n"a ""quoted"" name, with a comma","12"\r\n')
  expect(writeCsv([])).toBe('\uFEFF')
})

it.each(['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t1', '\r1'])(
  'the text %j is no formula in a spreadsheet',
  (text) => {
    expect(writeCsv([[text]])).toBe(`\uFEFF"'${text}"\r\n`)
  },
)

it('a number is a number in a spreadsheet, below zero too', () => {
  expect(writeCsv([[-12, '-12', '12-3']])).toBe('\uFEFF"-12","-12","12-3"\r\n')
})

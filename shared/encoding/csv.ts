/** Spreadsheets take a text for UTF-8 by this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/** RFC 4180 for spreadsheets, with byte order mark. @param rows the names of the columns first */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('')
}

/** A cell that begins like a formula would be one in a spreadsheet. */
function quote(cell: string | number): string {
  const text = String(cell)
  const plain = /^[=+\-@\t\r]/.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text
  return `"${plain.replace(/"/g, '""')}"`
}

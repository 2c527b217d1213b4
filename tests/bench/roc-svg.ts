import type { Histogram } from './error-rates'

export interface Curve {
  readonly name: string
  readonly colour: string
  readonly genuine: readonly number[]
  readonly impostors: Histogram
}

const WIDTH = 640
const HEIGHT = 420
const LEFT = 70
const BOTTOM = 50
const FMR = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1]
const FNMR = [0.003, 0.01, 0.03, 0.1, 0.3, 1]

const x = (fmr: number) => LEFT + ((Math.log10(fmr) + 6) / 5) * (WIDTH - LEFT - 20)
const y = (fnmr: number) =>
  20 + (Math.log10(1 / Math.max(0.003, fnmr)) / Math.log10(1 / 0.003)) * (HEIGHT - BOTTOM - 20)

/** Draws how many genuine pairs are refused (FNMR) where how many impostors are accepted (FMR), both logarithmic. */
export function drawRoc(title: string, curves: readonly Curve[]): string {
  const text = (px: number, py: number, anchor: string, content: string, fill = '#333') =>
    `<text x="${px.toFixed(0)}" y="${py.toFixed(0)}" text-anchor="${anchor}" fill="${fill}">${content}</text>`
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    `<path d="M${x1.toFixed(0)} ${y1.toFixed(0)}L${x2.toFixed(0)} ${y2.toFixed(0)}" stroke="#ddd"/>`
  const columns = FMR.map(
    (fmr) =>
      line(x(fmr), 20, x(fmr), HEIGHT - BOTTOM) +
      text(x(fmr), HEIGHT - BOTTOM + 18, 'middle', fmr.toExponential(0)),
  )
  const rows = FNMR.map(
    (fnmr) =>
      line(LEFT, y(fnmr), WIDTH - 20, y(fnmr)) + text(LEFT - 8, y(fnmr) + 4, 'end', `${fnmr * 100} %`),
  )
  const drawn = curves.map(({ name, colour, genuine, impostors }, index) => {
    const points = FMR.flatMap((fmr) => [1, 1.5, 2, 3, 5, 7].map((step) => fmr * step))
      .filter((fmr) => fmr <= 0.1)
      .map((fmr) => {
        const threshold = impostors.threshold(fmr)
        return `${x(fmr).toFixed(1)} ${y(genuine.filter((score) => score < threshold).length / genuine.length).toFixed(1)}`
      })
    const label = text(WIDTH - 30, 40 + index * 18, 'end', name, colour)
    return `<path d="M${points.join('L')}" fill="none" stroke="${colour}" stroke-width="2"/>${label}`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>${title}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${[...columns, ...rows].join('\n')}
${drawn.join('\n')}
${text(WIDTH / 2, HEIGHT - 10, 'middle', 'false match rate (strangers accepted)')}
${text(LEFT, 14, 'start', 'false non-match rate (holders refused)')}
</svg>
`
}

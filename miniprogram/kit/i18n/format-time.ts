const two = (value: number) => String(value).padStart(2, '0')

/** @param seconds Unix time. @returns the local time of day, `09:05:07`; spelt out because mini-programs lack Intl. */
export function formatTime(seconds: number): string {
  const at = new Date(seconds * 1000)
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}

/** @param seconds Unix time. @returns the local date, `2026-11-23`. */
export function formatDate(seconds: number): string {
  const at = new Date(seconds * 1000)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

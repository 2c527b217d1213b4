import { PlatformError } from '../platform-error'

/** How a function is run: its time limit in seconds, its memory in megabytes. */
export interface FunctionSettings {
  readonly name: string
  readonly timeout: number
  readonly memorySize: number
}

// How a function's own end is told to its caller, in the platform's words.

/** @param why a fixed sentence; what the function threw stays in its log, for it may name paths and values */
export function executionFailed({ name }: FunctionSettings, why: string): PlatformError {
  return new PlatformError('FUNCTIONS_EXECUTE_FAIL', `The export function ${name} failed: ${why}`)
}

export function timeExceeded({ name }: FunctionSettings, seconds: number): PlatformError {
  return new PlatformError(
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    `Invoking task timed out after ${seconds} seconds: ${name}.`,
  )
}

export function memoryExceeded({ name, memorySize }: FunctionSettings): PlatformError {
  return new PlatformError(
    'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
    `${name} used more memory than its limit of ${memorySize} MB.`,
  )
}

import type { ReactElement } from 'react'
import type { ScannerProps } from './scanner-props'

/** A live back camera that looks for QR codes all the time; fills its parent; one a page. */
export declare function Scanner(props: ScannerProps): ReactElement

import { Check, CloudOff, Eye, LoaderCircle, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { SaveNotice } from './saveNotice.ts'

/** What stands beside the words on saving, in the label and in the line under the bar. */
export const saveIcons: Readonly<Record<SaveNotice['key'], LucideIcon>> = {
  connecting: LoaderCircle,
  saved: Check,
  saving: LoaderCircle,
  catchingUp: LoaderCircle,
  slow: TriangleAlert,
  offline: CloudOff,
  restarting: CloudOff,
  blocked: CloudOff,
  tooLarge: CloudOff,
  serverTooOld: CloudOff,
  ahead: Eye,
  failing: TriangleAlert,
  readOnly: TriangleAlert,
  refused: CloudOff,
  reset: CloudOff,
  viewing: Eye,
}

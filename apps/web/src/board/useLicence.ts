import { useEffect, useState } from 'react'
import { readSettings } from '../api/settings.ts'
import { licenceFor, type Licence } from './licence.ts'

/** The licence for this page; null while the server is asked. Without an answer there is no key. */
export function useLicence(): Licence | null {
  const [licence, setLicence] = useState<Licence | null>(null)
  useEffect(() => {
    let left = false
    readSettings().then(
      ({ tldrawLicenseKey }) => {
        if (!left) setLicence(licenceFor(window.location, tldrawLicenseKey ?? undefined, Date.now()))
      },
      () => {
        if (!left) setLicence(licenceFor(window.location, undefined, Date.now()))
      },
    )
    return () => {
      left = true
    }
  }, [])
  return licence
}

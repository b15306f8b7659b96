import { useEffect, useState } from 'react'
import { Settings } from '@samenreis/model/api/settings'
import { readAnswer } from '../api/answer.ts'
import { client } from '../api/client.ts'
import { licenceFor, type Licence } from './licence.ts'

/** The licence for this page; null while the server is asked. Without an answer there is no key. */
export function useLicence(): Licence | null {
  const [licence, setLicence] = useState<Licence | null>(null)
  useEffect(() => {
    let left = false
    readAnswer(client.api.v1.settings.$get(), Settings).then(
      ({ tldrawLicenseKey }) => {
        if (!left) setLicence(licenceFor(window.location, tldrawLicenseKey ?? undefined))
      },
      () => {
        if (!left) setLicence(licenceFor(window.location, undefined))
      },
    )
    return () => {
      left = true
    }
  }, [])
  return licence
}

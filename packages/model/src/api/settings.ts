import { z } from 'zod'

/** Answer of `GET /api/v1/settings`: what the interface must know of this installation before anybody is signed in. */
export const Settings = z.looseObject({
  /** tldraw's licence for this host; null = none is set (design.md, Licences). */
  tldrawLicenseKey: z.string().nullable(),
})
export type Settings = z.infer<typeof Settings>

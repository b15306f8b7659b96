import { Hono, type Context } from 'hono'
import type { WebFiles } from './WebFiles.ts'

/** Addresses of the web app's own pages; the app reads the rest of the address itself. */
const pages = ['/', '/r/:roomId', '/r/:roomId/:view'] as const

/** The built web app: its files, and its page at each of its addresses. */
export function webRoutes(files: WebFiles) {
  const answer = async (c: Context, path: string, status: 200 | 404): Promise<Response | null> => {
    const file = await files.find(path, c.req.header('Accept-Encoding') ?? '')
    if (file === null) return null
    if (status === 200 && c.req.header('If-None-Match') === file.etag) return c.body(null, 304, file.headers)
    return c.body(file.bytes, status, file.headers)
  }
  const page = async (c: Context, status: 200 | 404): Promise<Response> =>
    (await answer(c, '/index.html', status)) ??
    c.text('The web app is not built. `npm start` builds it.', 503, { 'Cache-Control': 'no-store' })

  const routes = new Hono()
  for (const path of pages) routes.get(path, (c) => page(c, 200))
  return routes.get('*', async (c) => {
    const file = await answer(c, c.req.path, 200)
    if (file !== null) return file
    // Someone followed an address that is none of ours: the app says so in his language. A missing file stays missing.
    const wantsPage = (c.req.header('Accept') ?? '').includes('text/html')
    return wantsPage ? page(c, 404) : c.notFound()
  })
}

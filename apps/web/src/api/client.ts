import type { AppType } from '@samenreis/server/app'
import { hc } from 'hono/client'

/** The server's routes as functions: a path, parameter or body that the server does not have is a type error here. */
export const client = hc<AppType>(window.location.origin)

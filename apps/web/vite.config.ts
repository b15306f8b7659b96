import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'

/**
 * Address of a running server, such as http://localhost:8787: with it `vite dev` serves the interface alone and passes the
 * rest on. Without it the server serves the interface itself, in development too (one origin, ARCHITECTURE.md).
 */
const API_VARIABLE = 'SAMENREIS_API'

export default defineConfig(({ mode }) => {
  const api = loadEnv(mode, import.meta.dirname, API_VARIABLE)[API_VARIABLE]
  return {
    plugins: [react()],
    // Two tabs of one browser may have different rights: nothing passes between them past the server (reliability.md F68). The
    // canvas's library would tell other tabs a person's preferences as soon as it is loaded.
    define: { BroadcastChannel: 'undefined' },
    resolve: {
      // Two copies of one of these break `instanceof` and hooks without a word.
      dedupe: ['yjs', 'y-protocols', 'lib0', 'react', 'react-dom'],
    },
    build: {
      outDir: 'dist',
      target: ['chrome107', 'safari16', 'firefox115'],
      // The board alone is more than the 500 kB that Vite warns about; it is loaded on the board only.
      chunkSizeWarningLimit: 2500,
    },
    server: api
      ? {
          proxy: {
            '/api': { target: api },
            '/health': { target: api },
            '/sync': { target: api, ws: true },
          },
        }
      : {},
  }
})

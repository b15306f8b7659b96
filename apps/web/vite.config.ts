import react from '@vitejs/plugin-react'
import { build, defineConfig, loadEnv, type Plugin } from 'vite'

/**
 * Address of a running server, such as http://localhost:8787: with it `vite dev` serves the interface alone and passes the
 * rest on. Without it the server serves the interface itself, in development too (one origin, ARCHITECTURE.md).
 */
const API_VARIABLE = 'SAMENREIS_API'

const root = import.meta.dirname
const browsers = ['chrome107', 'safari16', 'firefox115']
const LINK_SCRIPT = 'src/link/takeLink.ts'

/**
 * Puts the script that takes a link out of the address before everything else of the page: from this origin, as the page's policy asks,
 * and whole, so that a phone waits for one small file and no other before it loads the page again.
 */
function linkScript(): Plugin {
  return {
    name: 'link-script',
    apply: 'build',
    async buildStart() {
      const built = await build({
        root,
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          target: browsers,
          modulePreload: false,
          rolldownOptions: { input: `${root}/${LINK_SCRIPT}`, output: { format: 'iife' } },
        },
      })
      if (!('output' in built)) throw new Error(`${LINK_SCRIPT} was not built`)
      this.emitFile({ type: 'asset', name: 'takeLink.js', source: built.output[0].code })
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_page, { bundle = {} }) => {
        const script = Object.values(bundle).find((file) => file.type === 'asset' && file.names.includes('takeLink.js'))
        if (script === undefined) throw new Error(`${LINK_SCRIPT} is not in the build`)
        return [{ tag: 'script', attrs: { src: `/${script.fileName}` }, injectTo: 'head-prepend' }]
      },
    },
  }
}

export default defineConfig(({ mode }) => {
  const api = loadEnv(mode, import.meta.dirname, API_VARIABLE)[API_VARIABLE]
  return {
    plugins: [react(), linkScript()],
    // Two tabs of one browser may have different rights: nothing passes between them past the server (reliability.md F68). The
    // canvas's library would tell other tabs a person's preferences as soon as it is loaded.
    define: { BroadcastChannel: 'undefined' },
    resolve: {
      // Two copies of one of these break `instanceof` and hooks without a word.
      dedupe: ['yjs', 'y-protocols', 'lib0', 'react', 'react-dom'],
    },
    build: {
      outDir: 'dist',
      target: browsers,
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

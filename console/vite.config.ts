import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The console is built once, by the set-up; the server sends what lies in `dist`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), compress()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The page's Content-Security-Policy allows no data: addresses for scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    reportCompressedSize: false,
  },
})

/** Lays a compressed copy beside each text, so that the server need not compress what never changes. */
function compress(): Plugin {
  return {
    name: 'compress',
    apply: 'build',
    async generateBundle(_, bundle) {
      const texts = Object.values(bundle).filter(({ fileName }) =>
        /\.(?:js|css|svg)$/u.test(fileName),
      )
      for (const file of texts) {
        const text = Buffer.from(file.type === 'chunk' ? file.code : file.source)
        this.emitFile({
          type: 'asset',
          fileName: `${file.fileName}.br`,
          source: await brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        })
        this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: await zip(text) })
      }
    },
  }
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
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
    // The pages' own styles are small; a page that is opened later must not miss them.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    target: 'es2023',
    // The first browsers with light-dark(); for older ones it would be rewritten into what shows no colour at all.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    reportCompressedSize: false,
    // What pages share is one file: by itself the build makes more than a hundred of a few hundred bytes each,
    // fifty of which a browser would ask for before it shows anything.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } },
    },
  },
})

/** Lays a compressed copy beside each text, so that the server need not compress what never changes. */
function compress(): Plugin {
  return {
    name: 'compress',
    apply: 'build',
    // From what was written: before that, other plugins may still change it.
    async writeBundle({ dir = '' }, bundle) {
      for (const fileName of Object.keys(bundle).filter((name) =>
        /\.(?:js|css|svg)$/u.test(name),
      )) {
        const file = path.join(dir, fileName)
        const text = await readFile(file)
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
        await writeFile(`${file}.br`, await brotli(text, { params }))
        await writeFile(`${file}.gz`, await zip(text))
      }
    },
  }
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

import { registerHooks } from 'node:module'

// Loaded before the program: whoever asks for the engine gets the same one, told how many rows are a chunk. No setting
// of the product says so, for nobody but these tests wants a chunk that is over before it can be killed.
const wrapped = new URL('small-chunk-engine.ts', import.meta.url).href

if (process.env['CHAOS_CHUNK_SIZE'] !== undefined) {
  registerHooks({
    resolve(specifier, context, next) {
      const isTheirs = specifier.endsWith('/execute/engine.ts') && context.parentURL !== wrapped
      return isTheirs ? { url: wrapped, shortCircuit: true } : next(specifier, context)
    },
  })
}

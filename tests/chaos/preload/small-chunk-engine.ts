import {
  startEngine as start,
  type Engine,
  type EngineOptions,
} from '../../../src/execute/engine.ts'

/** The engine as it is, with small chunks. */
export function startEngine(options: EngineOptions): Promise<Engine> {
  return start({ ...options, chunkSize: Number(process.env['CHAOS_CHUNK_SIZE']) })
}

/** What a colour says: fine, under way, waiting, to be watched, wrong, held by somebody. */
export type Tone = 'ok' | 'run' | 'wait' | 'risk' | 'late' | 'hold';

/** A state in words; the glyph tells it apart where colours do not. */
export interface Sign {
  readonly tone: Tone;
  readonly glyph: string;
  readonly text: string;
}

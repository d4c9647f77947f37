/** One mistake: the setting as it is written in the file, and what is wrong with it. */
export interface ConfigMistake {
  readonly setting: string;
  readonly message: string;
}

/** The configuration cannot be used; lists every mistake that was found. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'INVALID_CONFIG';

  constructor(readonly mistakes: readonly ConfigMistake[]) {
    super(
      `The configuration has ${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}:\n` +
        mistakes.map(({ setting, message }) => `  ${setting}: ${message}`).join('\n'),
    );
  }
}

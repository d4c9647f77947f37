/** What a longer operation is doing; in this order, steps that are not needed are skipped. */
export const ProgressStep = {
  Wait: 'wait',
  Download: 'download',
  Archive: 'archive',
  Launch: 'launch',
  Ready: 'ready',
  Stop: 'stop',
} as const;
export type ProgressStep = (typeof ProgressStep)[keyof typeof ProgressStep];

export interface Progress {
  readonly step: ProgressStep;
  /** One line for people. */
  readonly message: string;
}

export type ProgressListener = (progress: Progress) => void;

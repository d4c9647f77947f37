import { createTheme, type CSSVariablesResolver } from '@mantine/core';

export const theme = createTheme({
  // White on lighter shades is hard to read.
  primaryShade: 8,
  fontFamily: 'system-ui, sans-serif',
  focusRing: 'auto',
  respectReducedMotion: true,
});

/** The page's own greys, whose contrast is known; see tones.css. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-text': '#1b1f27', '--mantine-color-dimmed': '#555b64', '--mantine-color-error': '#8c0f14' },
  dark: {
    '--mantine-color-text': '#e8ebf0',
    '--mantine-color-dimmed': '#b4bac3',
    '--mantine-color-error': '#ff9a85',
    '--mantine-color-body': '#1a1d23',
  },
});

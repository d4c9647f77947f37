import type { Sign } from './tone';
import classes from './sign-badge.module.css';

export function SignBadge({ sign: { tone, glyph, text } }: { readonly sign: Sign }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <span aria-hidden="true">{glyph}</span> {text}
    </span>
  );
}

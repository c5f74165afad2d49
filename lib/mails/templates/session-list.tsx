import type { ReactNode } from 'react';
import { colors, sizes } from './tokens';

/** A session in a mail about several. */
export type ListedSession = {
  /** The day and the hours; leads to `url`. */
  when: string;
  url: string;
  /** Smaller, below it: the zone, the reference, what is special to it. */
  details: string[];
};

/** A table, as mail programs understand little else: one row a session, apart by thin lines. */
export function SessionList({ sessions }: { sessions: ListedSession[] }): ReactNode {
  const cell = {
    borderTop: `1px solid ${colors.line}`,
    padding: '10px 0',
    lineHeight: '1.45',
  } as const;
  return (
    <table
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ margin: '8px 0 0', borderCollapse: 'collapse', tableLayout: 'fixed' }}
    >
      <tbody>
        {sessions.map(({ when, url, details }) => (
          <tr key={url}>
            <td style={cell}>
              <a
                href={url}
                style={{
                  color: colors.green,
                  fontSize: sizes.text,
                  fontWeight: 600,
                  textDecoration: 'underline',
                }}
              >
                {when}
              </a>
              {details.map((detail) => (
                <span
                  key={detail}
                  style={{ display: 'block', color: colors.muted, fontSize: sizes.small }}
                >
                  {detail}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The list as plain text. */
export function sessionsText(sessions: readonly ListedSession[]): string[] {
  return sessions.map(({ when, url, details }) => [when, ...details, url].join('\n'));
}

import { Check, CircleSlash, Info, X } from 'lucide-react';
import type { TargetReport } from '../../shared/targets/target.ts';

const STATES = {
  works: { icon: Check, words: 'Works' },
  notAllowed: { icon: CircleSlash, words: 'Not allowed' },
  failed: { icon: X, words: 'Failed' },
  note: { icon: Info, words: 'Note' },
} as const;

/** What a test of a target found, line by line; the sign is not the only one: its word is read out too. */
export function TargetReportView({ report: { site, lines } }: { readonly report: TargetReport }) {
  return (
    <div className="target-report selectable">
      {site !== '' && (
        <p className="target-site" dir="auto">
          {site}
        </p>
      )}
      <ul>
        {lines.map(({ state, words }) => {
          const { icon: Icon, words: said } = STATES[state];
          return (
            <li key={`${state} ${words}`} data-state={state}>
              <Icon size={14} strokeWidth={2} aria-hidden />
              <span>
                <b>{said}:</b> {words}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

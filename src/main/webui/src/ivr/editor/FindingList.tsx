import { t } from '../../text/language';
import type { Finding } from '../flow/findings';

/** Findings in words; with `onGo` each leads to its step. */
export function FindingList({ findings, onGo }: { findings: readonly Finding[]; onGo?: (finding: Finding) => void }) {
  const texts = t().ivr.findings;
  const kinds: Partial<Record<string, string>> = texts.kinds;
  return (
    <ul className="ivr-findings">
      {findings.map((finding, index) => (
        <li key={index}>
          {onGo === undefined ? (
            <b>{kinds[finding.kind] ?? finding.kind}</b>
          ) : (
            <button type="button" className="ivr-link" onClick={() => onGo(finding)}>
              <bdi>{finding.node || texts.whole}</bdi>: {kinds[finding.kind] ?? finding.kind}
            </button>
          )}
          <span dir="auto">{finding.sentence}</span>
        </li>
      ))}
    </ul>
  );
}

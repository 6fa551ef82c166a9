import { useStore } from 'zustand';
import type { EssayFindings, Finding } from '#contract/publishing.ts';
import { counted } from '#renderer/state/countWords.ts';
import { countFindings } from '#renderer/state/fileGroups.ts';
import { titleWords } from '#renderer/state/titleWords.ts';
import { useStudio } from './StudioContext.tsx';

/** Essays shown at most; the rest is counted. */
const most = 100;

/** What there is to look at before the essays go out, each with a way to its line. */
export function PublishingFindings() {
  const { publishing } = useStudio();
  const findings = useStore(publishing.store, (state) => state.findings);
  if (findings.kind === 'looking') return null;
  if (findings.kind === 'failed') {
    const { message, advice } = findings.failure;
    return (
      <p className="publishing-problem" role="alert">
        {message} {advice}
      </p>
    );
  }
  if (findings.value.length === 0) return null;
  const essays = [...findings.value].sort((a, b) => blocking(b) - blocking(a));
  return (
    <section className="publishing-part" aria-labelledby="findings-head">
      <h2 id="findings-head" className="publishing-part-head">
        To look at
      </h2>
      <p className="publishing-about">{findingWords(findings.value)}</p>
      <ul className="finding-list">
        {essays.slice(0, most).map((essay) => (
          <li key={essay.id}>
            <h3 className="finding-essay" dir="auto">
              {titleWords(essay.title)}
            </h3>
            <ul>
              {essay.findings.map((finding, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: findings stand in their order, and may repeat.
                <FindingLine key={index} essay={essay} finding={finding} />
              ))}
            </ul>
          </li>
        ))}
        {essays.length > most && (
          <li className="reason">and {counted(essays.length - most, 'more essay')}</li>
        )}
      </ul>
    </section>
  );
}

function FindingLine({ essay, finding }: { essay: EssayFindings; finding: Finding }) {
  const { publishing } = useStudio();
  const { weight, line, message, advice } = finding;
  const place = line === null ? 'Open' : `Line ${line + 1}`;
  return (
    <li className="finding" data-weight={weight}>
      <span className="finding-weight">{weight === 'blocking' ? 'Blocks' : 'Advice'}</span>
      <span className="finding-words">
        {message} <span className="finding-advice">{advice}</span>
      </span>
      <button
        type="button"
        className="link-button"
        aria-label={`${place} of ${titleWords(essay.title)}`}
        onClick={() => publishing.goTo(essay.id, line ?? 0)}
      >
        {place}
      </button>
    </li>
  );
}

function findingWords(essays: readonly EssayFindings[]): string {
  const blocks = countFindings(essays, 'blocking');
  if (blocks === 0) return 'None of it keeps the essays from going out.';
  return `${counted(blocks, 'finding keeps', 'findings keep')} everything from going out. Put it right, or give the rule less weight in the settings.`;
}

function blocking(essay: EssayFindings): number {
  return countFindings([essay], 'blocking');
}

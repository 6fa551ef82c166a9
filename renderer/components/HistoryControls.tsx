import { Pause, Play } from 'lucide-react';
import { useStore } from 'zustand';
import { happenedWords, whenWords } from '#renderer/history/momentWords.ts';
import { type Speed, speeds } from '#renderer/history/playing.ts';
import { grouped } from '#renderer/state/countWords.ts';
import { isReadOnly } from '#renderer/state/library.ts';
import { Choice } from './Choice.tsx';
import { copyText } from './copyText.ts';
import { HistorySlider } from './HistorySlider.tsx';
import { useStudio } from './StudioContext.tsx';

/** Under the text: the slider over the essay's life, what was done at the moment shown, and what can be done with it. */
export function HistoryControls() {
  return (
    <div className="history-controls">
      <HistorySlider />
      <div className="history-line">
        <Playing />
        <MomentLine />
        <Doing />
      </div>
    </div>
  );
}

const speedItems = speeds.map((speed) => ({ value: String(speed), label: `${speed}×` }));

function Playing() {
  const { history } = useStudio();
  const playing = useStore(history.store, (state) => state.playing);
  const speed = useStore(history.store, (state) => state.speed);
  const canPlay = useStore(history.store, (state) => state.moments > 1);
  const Icon = playing ? Pause : Play;
  return (
    <span className="history-playing">
      <button
        type="button"
        className="icon-button"
        aria-label={playing ? 'Pause' : 'Play'}
        title={playing ? 'Pause (Space)' : 'Play (Space)'}
        disabled={!canPlay}
        onClick={() => history.play(!playing)}
      >
        <Icon size={15} strokeWidth={1.5} aria-hidden="true" />
      </button>
      <Choice
        label="Speed"
        items={speedItems}
        value={String(speed)}
        onChange={(next) => history.setSpeed(Number(next) as Speed)}
      />
    </span>
  );
}

/** When the moment was, what was done, and which change of all it is. */
function MomentLine() {
  const { history } = useStudio();
  const moments = useStore(history.store, (state) => state.moments);
  const at = useStore(history.store, (state) => state.at);
  const past = useStore(history.store, (state) => state.past);
  const moment = past?.moments[at];
  if (!moment) return <span className="history-moment" />;
  const note = moment.kind === 'named' ? moment.version.note : '';
  return (
    <span className="history-moment">
      <span className="history-when">{whenWords(moment.at)}</span>
      <span>
        {at === 0 ? '' : `Change ${grouped(at)} of ${grouped(moments - 1)}. `}
        <span dir="auto">{happenedWords(moment)}</span>
        {note && <span dir="auto">: {note}</span>}
      </span>
    </span>
  );
}

function Doing() {
  const { history, library, notices } = useStudio();
  const readOnly = useStore(library.store, isReadOnly);
  const selected = useStore(history.store, (state) => state.selected);
  const comparing = useStore(history.store, (state) => state.comparison !== null);
  const isNow = useStore(history.store, ({ past, at, moments }) =>
    past && moments > 0 ? at >= past.lastChange() : true,
  );
  if (selected !== '' && !comparing) {
    return (
      <span className="history-doing">
        <button
          type="button"
          className="plain-button"
          onClick={() => copyText(selected) && notices.say('The passage is on the clipboard.')}
        >
          Copy
        </button>
        <button
          type="button"
          className="primary-button"
          disabled={readOnly}
          title="At the cursor, in the text as it is now"
          onClick={history.insertSelected}
        >
          Insert in the text
        </button>
      </span>
    );
  }
  return (
    <span className="history-doing">
      <button
        type="button"
        className="plain-button"
        aria-pressed={comparing}
        onClick={() => history.compare(comparing ? null : {})}
      >
        Compare
      </button>
      <button
        type="button"
        className="primary-button"
        disabled={readOnly || isNow}
        onClick={history.bringBack}
      >
        Bring this text back
      </button>
    </span>
  );
}

import { memo, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { happenedWords, whenWords } from '#renderer/history/momentWords.ts';
import { useStudio } from './StudioContext.tsx';

/** Over the essay's whole life, change by change; where sessions begin and what has a name is marked on it. */
export function HistorySlider() {
  const { history } = useStudio();
  const at = useStore(history.store, (state) => state.at);
  const moments = useStore(history.store, (state) => state.moments);
  const past = useStore(history.store, (state) => state.past);
  const track = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState(false);
  const last = Math.max(1, moments - 1);
  const moment = past?.moments[at];
  const loading = useStore(history.store, (state) => state.loading);
  const part = loading ? loading.done / Math.max(1, loading.all) : at / last;

  function goToPointer(event: PointerEvent) {
    const { left, width } = track.current!.getBoundingClientRect();
    const part = Math.max(0, Math.min(1, (event.clientX - left) / width));
    const to = Math.round(part * last);
    if (to !== history.store.getState().at) history.goTo(to);
  }

  return (
    <div
      className="history-slider"
      role="slider"
      tabIndex={0}
      aria-label="Moment in the essay’s life"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, moments - 1)}
      aria-valuenow={at}
      aria-valuetext={
        moment
          ? `${whenWords(moment.at)}, ${happenedWords(moment)}`
          : loading
            ? `Reading the history, ${Math.round(part * 100)} per cent`
            : 'No history'
      }
      aria-disabled={!moment}
      aria-busy={loading !== null}
      data-dragged={dragged}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(true);
        goToPointer(event);
      }}
      onPointerMove={(event) => dragged && goToPointer(event)}
      onPointerUp={() => setDragged(false)}
      onLostPointerCapture={() => setDragged(false)}
    >
      <div ref={track} className="history-track">
        <div className="history-done" style={{ '--rest': `${100 - part * 100}%` }} />
        {moment && <Marks track={track} last={last} />}
        {moment && <div className="history-thumb" style={{ translate: `${part * 100}%` }} />}
      </div>
    </div>
  );
}

/** Closer than this, in px, marks are one. */
const apart = 3;

interface MarksProps {
  readonly track: React.RefObject<HTMLDivElement | null>;
  readonly last: number;
}

/** Drawn again only when there are others, not with every step of the slider. */
const Marks = memo(function Marks({ track, last }: MarksProps) {
  const { history } = useStudio();
  const sessions = useStore(history.store, (state) => state.sessions);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const sizes = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    sizes.observe(track.current!);
    return () => sizes.disconnect();
  }, [track]);
  const x = (moment: number) => (moment / last) * width;
  const [begins, names] = useMemo(() => {
    const starts = sessions.slice(1).map(({ first }) => (first / last) * width);
    return [thinned(starts), sessions.flatMap((session) => session.names)];
  }, [sessions, last, width]);
  return (
    <svg className="history-marks" aria-hidden="true">
      <path d={begins.map((at) => `M${at.toFixed(1)} 0v6`).join('')} />
      {names.map((moment) => (
        <circle key={moment} cx={x(moment)} cy={3} r={3} />
      ))}
    </svg>
  );
});

function thinned(places: readonly number[]): number[] {
  const kept: number[] = [];
  for (const place of places) {
    if (place - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) >= apart) kept.push(place);
  }
  return kept;
}

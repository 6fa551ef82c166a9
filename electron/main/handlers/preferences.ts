import type { Handlers } from '../answerRequest.ts';
import type { Desk } from '../desk.ts';

type PreferenceChannel = Extract<keyof Handlers, `preferences.${string}`>;

export function preferenceHandlers({ preferences }: Desk): Pick<Handlers, PreferenceChannel> {
  return {
    'preferences.read': () => preferences.read(),
    'preferences.change': (patch) => preferences.change(patch),
  };
}

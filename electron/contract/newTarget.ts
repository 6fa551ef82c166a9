import type { TargetKind, TargetSettings } from './publishing.ts';

/** A target as it is before anything is said of it but its kind. */
export function newTarget(kind: TargetKind): TargetSettings {
  return {
    kind,
    name: '',
    folder: '',
    baseUrl: '',
    author: '',
    style: null,
    fields: {},
    constants: {},
    site: { heading: '', introduction: '', template: '' },
    chosen: { statuses: ['published'], tag: '' },
    weights: {},
  };
}

/** `screen`: Node cannot see the displays, so one that holds any usual window stands for them. */
export function createScreen() {
  const area = { x: 0, y: 0, width: 1920, height: 1080 };
  const display = { id: 1, bounds: area, workArea: area, scaleFactor: 1 };
  return {
    getAllDisplays: () => [display],
    getPrimaryDisplay: () => display,
    getDisplayMatching: (_bounds: object) => display,
  };
}

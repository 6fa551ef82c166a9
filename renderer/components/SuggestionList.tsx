import { Autocomplete } from '@base-ui/react/autocomplete';

/** What an autocomplete suggests, in a menu under its field; nothing where it has nothing to suggest. */
export function SuggestionList() {
  return (
    <Autocomplete.Portal>
      <Autocomplete.Positioner className="menu-place" sideOffset={4} collisionPadding={8}>
        <Autocomplete.Popup className="menu suggestions">
          <Autocomplete.List className="menu-list">
            {(item: string) => (
              <Autocomplete.Item key={item} value={item} className="menu-item" dir="auto">
                {item}
              </Autocomplete.Item>
            )}
          </Autocomplete.List>
        </Autocomplete.Popup>
      </Autocomplete.Positioner>
    </Autocomplete.Portal>
  );
}

import { CSPProvider } from '@base-ui/react/csp-provider';
import { createRef } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './components/App.tsx';
import { rememberFocus } from './components/focusMemory.ts';
import { StudioProvider } from './components/StudioContext.tsx';
import { listenForKeys, listenForMenu } from './components/windowKeys.ts';
import { createStudio } from './state/studioState.ts';
import { createWindowMemory } from './state/windowMemory.ts';
import { ask, listen } from './studio.ts';
import './styles/index.css';

const root = document.getElementById('root')!;
const mac = navigator.platform.startsWith('Mac');
document.documentElement.dataset.platform = mac ? 'mac' : 'other';

const studio = createStudio({
  ask,
  listen,
  mac,
  memory: createWindowMemory(localStorage),
  focusSearch: () => {
    // The library may only now be coming into view.
    requestAnimationFrame(() => document.getElementById('library-search')?.focus());
  },
  focusPastSearch: () => document.getElementById('past-search')?.focus(),
});

listenForKeys(window, studio);
listenForMenu(listen, studio);
createRoot(root).render(
  <CSPProvider disableStyleElements>
    <StudioProvider value={{ ...studio, returnFocus: rememberFocus(root), popups: createRef() }}>
      <App />
    </StudioProvider>
  </CSPProvider>,
);
void studio.notices.attempt(() => studio.start());

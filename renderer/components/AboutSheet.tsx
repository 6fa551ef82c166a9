import { useEffect } from 'react';
import { useStore } from 'zustand';
import { NewestPart } from './NewestPart.tsx';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';

/** Which version this is, whether there is a newer one, and whose work is in it on what terms. */
export function AboutSheet() {
  const { about: studio, sheets } = useStudio();
  const about = useStore(studio.store, (state) => state.about);
  useEffect(() => void studio.load(), [studio]);
  return (
    <Sheet title="About Longhand" place="side" read onClose={() => sheets.close('about')}>
      {about && (
        <>
          <p className="about-version">Version {about.version}</p>
          {about.engine && <p className="about-engine">{about.engine}</p>}
          <p className="about-terms">
            Free to use, change and pass on under the MIT licence. Your essays are yours alone, and
            stay on this computer.
          </p>
          <NewestPart from={about.updatesFrom} />
          <h3 className="report-head">Made with the work of others</h3>
          {about.parts.map(({ name, version, licence, text }) => (
            <details key={`${name} ${version}`} className="part">
              <summary>
                <span>
                  {name} {version}
                </span>
                <span className="part-licence">{licence}</span>
              </summary>
              <p className="part-text">{flowing(text)}</p>
            </details>
          ))}
        </>
      )}
    </Sheet>
  );
}

/** Terms come broken into lines of eighty characters, which a narrow column would break again. */
function flowing(text: string): string {
  return text.replaceAll(/(\S)[ \t]*\n[ \t]*(?=[^\s*\-=(\d])/g, '$1 ');
}

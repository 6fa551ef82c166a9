import { Field } from './Field.tsx';
import { useStudio } from './StudioContext.tsx';

interface TargetPathProps {
  readonly label: string;
  readonly path: string;
  readonly help: string;
  readonly ask: 'targets.chooseFolder' | 'targets.chooseTemplate';
  readonly onChoose: (path: string) => void;
  /** What is said where none is chosen. */
  readonly none?: string;
}

/** A folder or a file, chosen in the system's own dialog. */
export function TargetPath(props: TargetPathProps) {
  const { label, path, help, ask, onChoose, none = 'None chosen yet.' } = props;
  const { publishing } = useStudio();
  const id = `target-${label.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <Field label={label} htmlFor={id} help={help}>
      <p className="path">{path || none}</p>
      <div className="actions">
        <button
          id={id}
          type="button"
          className="plain-button"
          aria-label={`Choose ${label.toLowerCase()}`}
          aria-describedby={`${id}-help`}
          onClick={() => publishing.choosePath(ask, onChoose)}
        >
          Choose {label.toLowerCase()}
        </button>
        {path !== '' && none !== 'None chosen yet.' && (
          <button type="button" className="quiet-button" onClick={() => onChoose('')}>
            Use the studio’s
          </button>
        )}
      </div>
    </Field>
  );
}

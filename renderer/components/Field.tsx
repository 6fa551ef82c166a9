import type { ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  /** The control's id; its help has this id with `-help` after it. */
  readonly htmlFor: string;
  readonly help?: ReactNode;
  /** Why the value was refused. */
  readonly problem?: string | undefined;
  readonly children: ReactNode;
}

/** A labelled field of a form, with a word of help and, when refused, why. */
export function Field({ label, htmlFor, help, problem, children }: FieldProps) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={htmlFor}>
        {label}
      </label>
      {children}
      {(help || problem) && (
        <div id={`${htmlFor}-help`} className="field-help">
          {problem ? (
            <span className="field-problem" role="alert">
              {problem}
            </span>
          ) : (
            help
          )}
        </div>
      )}
    </div>
  );
}

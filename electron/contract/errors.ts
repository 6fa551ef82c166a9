/** What can go wrong that a writer may meet. Each code is one kind of sentence, not one place in the code. */
export type ErrorCode =
  | 'not-found' // the essay, file or folder asked for is not there
  | 'invalid' // the request or its values cannot be used as given
  | 'conflict' // the essay was changed by someone else since it was read
  | 'not-a-library' // the file is not a SQLite library of this program
  | 'damaged' // the library or an essay in it does not match its own checks
  | 'newer-library' // the library was written by a newer version
  | 'read-only' // the file, folder or disk cannot be written
  | 'disk-full' // there is no room left
  | 'locked' // another program holds the library
  | 'no-permission' // the system refuses access
  | 'unreadable-file' // a file to import is binary, too large or in no encoding that can be told
  | 'exists' // a file of that name is already there
  | 'cancelled' // the writer stopped it
  | 'unexpected'; // a defect: the sentence says what was being done

/** An expected failure as it crosses from one process to another. */
export interface Failure {
  readonly code: ErrorCode;
  /** One sentence for a writer: what happened, and to which essay or file. */
  readonly message: string;
  /** What to do next, one sentence; empty when there is nothing to do. */
  readonly advice: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** The one error class thrown on purpose. Everything else that is thrown is a defect. */
export class StudioError extends Error implements Failure {
  readonly code: ErrorCode;
  readonly advice: string;

  constructor(code: ErrorCode, message: string, advice = '', options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'StudioError';
    this.code = code;
    this.advice = advice;
  }
}

/** A failure told in one go: what happened, then what to do next. */
export function failureWords({ message, advice }: Pick<Failure, 'message' | 'advice'>): string {
  return advice === '' ? message : `${message} ${advice}`;
}

/** The value form of anything thrown: a `StudioError` as it is, a defect as `unexpected`. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof StudioError) {
    return { code: thrown.code, message: thrown.message, advice: thrown.advice };
  }
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    code: 'unexpected',
    message: `Something failed that should not have: ${reason}`,
    advice: '',
  };
}

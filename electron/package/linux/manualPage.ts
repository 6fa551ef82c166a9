import { identity } from '../identity.ts';

/** `man longhand`: what the command is, and where it tells the rest itself. */
export function manualPage({ version, date }: { version: string; date: Date }): string {
  return `.TH LONGHAND 1 ${date.toISOString().slice(0, 10)} "${identity.name} ${version}"
.SH NAME
${identity.command} \\- ${identity.summary.toLowerCase()}
.SH SYNOPSIS
.B ${identity.command}
.RI [ FILE ...]
.br
.B ${identity.command}
.I COMMAND
.RI [ OPTIONS ]
.SH DESCRIPTION
Without a command, opens the studio's window and brings the Markdown files named into the library.
With a command, such as
.BR import ,
.BR list ,
.B export
or
.BR verify ,
does that with the same library, without a window, whether one is open or not.
.B ${identity.command} \\-\\-help
lists the commands, and
.B ${identity.command}
.I COMMAND
.B \\-\\-help
explains one.
.SH EXIT STATUS
0 when all was done, 1 when something failed, 2 when the command was not understood.
.SH FILES
.I ~/.config/Longhand/Library.longhand
holds the essays. Removing the package leaves it.
`;
}

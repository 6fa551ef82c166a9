/** The names by which systems know the studio. Once released they stay: a system sees another name as another program. */
export const identity = {
  name: 'Longhand',
  /** The command, and the name of packages and folders. */
  command: 'longhand',
  summary: 'Studio for long technical essays',
  description: [
    'Longhand is a desktop studio for people who write long technical essays. Your essays live in a library on your own disk. You write Markdown on the left and see the page on the right as it will be published.',
    'Every change is kept as it was made, can be shown, brought back and proved. It works offline and needs no account.',
  ],
  /**
   * Reverse domain name, as macOS, AppStream and desktops have it. `.invalid` can belong to nobody: the project has no
   * domain, and claims none. Whoever releases it gives it one of their own, here, before the first release.
   */
  id: 'invalid.longhand.Longhand',
  maintainer: 'The Longhand authors <packages@longhand.invalid>',
  copyright: 'Copyright © 2026 The Longhand authors',
  licence: 'MIT',
  keywords: ['markdown', 'essay', 'blog', 'writing', 'editor'],
} as const;

/** File names of Markdown that the studio imports; it offers to open them and never makes itself their program. */
export const markdownExtensions = ['md', 'markdown', 'mdown', 'mkd', 'mdx'] as const;

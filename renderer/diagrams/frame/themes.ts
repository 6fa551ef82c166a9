export type Ground = 'light' | 'dark';

interface Inks {
  readonly ground: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly tint: string;
  readonly deeper: string;
  readonly mark: string;
}

/** The colours of the page's own style, for what draws in colours of its own. */
const inks: Readonly<Record<Ground, Inks>> = {
  light: {
    ground: '#fefdfb',
    ink: '#211f1b',
    soft: '#5f5a52',
    rule: '#c4bdb0',
    tint: '#f4f1ea',
    deeper: '#e9e4d9',
    mark: '#f6e7a8',
  },
  dark: {
    ground: '#21201d',
    ink: '#e3ded4',
    soft: '#a49d90',
    rule: '#5a564e',
    tint: '#2a2925',
    deeper: '#363430',
    mark: '#5c4f1c',
  },
};

/** Quiet drawings: paper, ink and hairlines. */
export const themes: Readonly<Record<Ground, Record<string, string | boolean>>> = {
  light: themeOf(inks.light, false),
  dark: themeOf(inks.dark, true),
};

function themeOf(colours: Inks, darkMode: boolean): Record<string, string | boolean> {
  const { ground, ink, soft, rule, tint, deeper, mark } = colours;
  return {
    darkMode,
    background: ground,
    fontSize: '16px',
    useGradient: false,
    mainBkg: tint,
    nodeBorder: rule,
    primaryColor: tint,
    primaryTextColor: ink,
    primaryBorderColor: rule,
    secondaryColor: deeper,
    secondaryTextColor: ink,
    secondaryBorderColor: rule,
    tertiaryColor: ground,
    tertiaryTextColor: ink,
    tertiaryBorderColor: rule,
    lineColor: soft,
    textColor: ink,
    titleColor: ink,
    edgeLabelBackground: ground,
    clusterBkg: ground,
    clusterBorder: rule,
    noteBkgColor: mark,
    noteTextColor: ink,
    noteBorderColor: rule,
    actorBkg: tint,
    actorBorder: rule,
    actorTextColor: ink,
    actorLineColor: rule,
    signalColor: soft,
    signalTextColor: ink,
    labelBoxBkgColor: tint,
    labelBoxBorderColor: rule,
    labelTextColor: ink,
    loopTextColor: ink,
    activationBkgColor: deeper,
    activationBorderColor: rule,
  };
}

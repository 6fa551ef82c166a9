/** The direction in which a BCP 47 language is written: by its script where the tag names one, else by the language's usual one. */
export function textDirection(language: string): 'ltr' | 'rtl' {
  const [tongue = '', second = ''] = language.toLowerCase().split('-');
  if (/^[a-z]{4}$/.test(second)) return rightToLeftScripts.has(second) ? 'rtl' : 'ltr';
  return rightToLeftLanguages.has(tongue) ? 'rtl' : 'ltr';
}

const rightToLeftScripts = new Set(
  'adlm arab aran hebr mand mend nkoo rohg samr syrc thaa'.split(' '),
);
const rightToLeftLanguages = new Set('ar arc ckb dv fa he iw ks nqo ps sd syr ug ur yi'.split(' '));

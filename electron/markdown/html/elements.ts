/** What an essay's page is made of. Anything that is in neither of these sets is replaced by its content. */
export const keptElements: ReadonlySet<string> = words(`
  a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
  figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li mark nav ol p pre q rp rt ruby s samp section small span
  strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr
`);

/** What runs, loads, asks or hides: gone with everything inside. */
export const droppedElements: ReadonlySet<string> = words(`
  applet audio base basefont bgsound button canvas datalist embed frame frameset head iframe keygen link map math meta
  noembed noframes noscript object optgroup option output param plaintext portal script select source style svg template
  textarea title track video xmp
`);

export const voidElements: ReadonlySet<string> = words('br col hr wbr');

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}

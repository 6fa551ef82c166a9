import MarkdownItParser, { type MarkdownIt, type Token } from 'markdown-it';

/**
 * Makes tokens in one step. As markdown-it is built, each of a token's fields is put there by a helper that is given its
 * name, which takes a tenth of all rendering. The tokens are the same, and so are the methods they have.
 */
export function plainTokens(md: MarkdownIt): void {
  md.block.State = BlockState;
  md.inline.State = InlineState;
}

class BlockState extends MarkdownItParser.StateBlock {
  override push(type: string, tag: string, nesting: Nesting): Token {
    const token = newToken(type, tag, nesting);
    token.block = true;
    if (nesting < 0) this.level--;
    token.level = this.level;
    if (nesting > 0) this.level++;
    this.tokens.push(token);
    return token;
  }
}

class InlineState extends MarkdownItParser.StateInline {
  override pushPending(): Token {
    const token = newToken('text', '', 0);
    token.content = this.pending;
    token.level = this.pendingLevel;
    this.tokens.push(token);
    this.pending = '';
    return token;
  }

  override push(type: string, tag: string, nesting: Nesting): Token {
    if (this.pending) this.pushPending();
    const token = newToken(type, tag, nesting);
    let meta: (typeof this.tokens_meta)[number];
    if (nesting < 0) {
      this.level--;
      this.delimiters = this._prev_delimiters.pop()!;
    }
    token.level = this.level;
    if (nesting > 0) {
      this.level++;
      this._prev_delimiters.push(this.delimiters);
      this.delimiters = [];
      meta = { delimiters: this.delimiters };
    }
    this.pendingLevel = this.level;
    this.tokens.push(token);
    this.tokens_meta.push(meta);
    return token;
  }
}

type Nesting = -1 | 0 | 1;

class PlainToken {
  map = null;
  level = 0;
  children = null;
  content = '';
  markup = '';
  info = '';
  block = false;
  hidden = false;
  type: string;
  tag: string;
  attrs = null;
  nesting: Nesting;
  meta = null;

  constructor(type: string, tag: string, nesting: Nesting) {
    this.type = type;
    this.tag = tag;
    this.nesting = nesting;
  }
}

Object.setPrototypeOf(PlainToken.prototype, MarkdownItParser.Token.prototype);

function newToken(type: string, tag: string, nesting: Nesting): Token {
  return new PlainToken(type, tag, nesting) as unknown as Token;
}

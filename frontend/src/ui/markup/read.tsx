/**
 * Markdown as elements, each of which is named here: HTML in it is words, a link is its text, a picture what it says it shows.
 * Everything is phrasing content, so that it may stand in headings and buttons.
 */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { mathFromMarkdown } from 'mdast-util-math';
import { math } from 'micromark-extension-math';
import { type ComponentChildren, Fragment } from 'preact';
import { Formula } from './Formula';
import './markup.css';

/** What people type without meaning it: HTML, indentation, rules under or between lines, notes for links. */
const NEVER = ['htmlFlow', 'htmlText', 'codeIndented', 'definition', 'setextUnderline', 'thematicBreak'];
/** `- 5` and `1. FC Köln` are answers. */
const BLOCKS = ['blockQuote', 'codeFenced', 'headingAtx', 'list'];

/** Deeper than anybody means; what is in there stands as it was written. */
const MOST_DEPTH = 12;

export function read(text: string, inline: boolean): ComponentChildren {
  const disable = { null: inline ? [...NEVER, ...BLOCKS] : NEVER };
  const tree = fromMarkdown(text, {
    extensions: [math(), { disable }],
    mdastExtensions: [mathFromMarkdown()],
  });
  const source = (node: Nodes) => text.slice(node.position!.start.offset, node.position!.end.offset);

  function within(node: { children: Nodes[] }, depth: number): ComponentChildren {
    return node.children.map((child, at) => <Fragment key={at}>{part(child, depth + 1)}</Fragment>);
  }

  /** Paragraphs and what stands between them; one alone needs no box of its own. */
  function blocks(node: { children: Nodes[] }, depth: number): ComponentChildren {
    const [only, ...others] = node.children;
    if (only?.type === 'paragraph' && others.length === 0) return within(only, depth);
    return node.children.map((child, at) => (
      <span key={at} class={`written written-${child.type}`}>
        {child.type === 'paragraph' ? within(child, depth) : part(child, depth + 1)}
      </span>
    ));
  }

  function part(node: Nodes, depth: number): ComponentChildren {
    if (depth > MOST_DEPTH) return source(node);
    switch (node.type) {
      case 'root':
      case 'blockquote':
        return blocks(node, depth);
      case 'list': {
        const first = node.start ?? 1;
        return node.children.map((item, at) => (
          <span key={at} class="written-item">
            <span>{node.ordered ? `${first + at}.` : '•'} </span>
            <span>{blocks(item, depth + 1)}</span>
          </span>
        ));
      }
      case 'heading':
      case 'strong':
        return <strong>{within(node, depth)}</strong>;
      case 'emphasis':
        return <em>{within(node, depth)}</em>;
      case 'code':
      case 'inlineCode':
        return (
          <code dir="ltr" translate={false}>
            {node.value}
          </code>
        );
      case 'math':
        return <Formula tex={node.value} source={source(node)} display />;
      case 'inlineMath': {
        const raw = source(node);
        const after = text[node.position!.end.offset!] ?? '';
        if (isMoney(raw, after)) return raw;
        return <Formula tex={node.value} source={raw} display={raw.startsWith('$$')} />;
      }
      case 'text':
        return node.value;
      case 'break':
        return '\n';
      case 'image':
        return node.alt ?? '';
      default:
        return 'children' in node ? within(node, depth) : source(node);
    }
  }

  return part(tree, 0);
}

/** `$5 and $10` is no formula: one begins and ends at its dollars, and no figure follows. */
function isMoney(raw: string, after: string): boolean {
  return !raw.startsWith('$$') && (/^\$\s|\s\$$/.test(raw) || /\d/.test(after));
}

/** A page of HtmlService as it is served: the project's HTML with `google.script` put in front. */

export interface FrameSetting {
  /** The built client (`page/frame-client.ts`), a script that defines `google.script`. */
  readonly client: string;
  /** What `google.script.run` offers. */
  readonly functions: readonly string[];
  /** Origin of the editor around the frame. */
  readonly editor: string;
}

/** Puts the client before the first script of the page, and after the doctype, so that the page keeps its mode. */
export function framePage(html: string, { client, functions, editor }: FrameSetting): string {
  const setting = JSON.stringify({ functions, editor }).replaceAll('<', '\\u003c');
  const script = `<script>window.rollcallFrameSetting = ${setting};\n${client}</script>`;
  const head =
    /<head(?:\s[^>]*)?>/i.exec(html) ?? /<html(?:\s[^>]*)?>/i.exec(html) ?? /^\s*<!doctype[^>]*>/i.exec(html);
  const at = head ? head.index + head[0].length : 0;
  return html.slice(0, at) + script + html.slice(at);
}

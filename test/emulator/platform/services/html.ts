/** HtmlService: pages of the project, served as they are. */
import { platformMessage } from '../messages';
import { call, Exception, sealed, environment } from './inside';

export interface HtmlOutput {
  getContent(): string;
  getTitle(): string;
  setTitle(title: string): HtmlOutput;
  getWidth(): number | null;
  setWidth(width: number): HtmlOutput;
  getHeight(): number | null;
  setHeight(height: number): HtmlOutput;
}

function output(content: string): HtmlOutput {
  const state: { title: string; width: number | null; height: number | null } = {
    title: '',
    width: null,
    height: null,
  };
  const page: HtmlOutput = sealed('HtmlOutput', {
    getContent: () => content,
    getTitle: () => state.title,
    setTitle: (title: string) => {
      state.title = title;
      return page;
    },
    getWidth: () => state.width,
    setWidth: (width: number) => {
      state.width = width;
      return page;
    },
    getHeight: () => state.height,
    setHeight: (height: number) => {
      state.height = height;
      return page;
    },
  });
  return page;
}

export const HtmlService = sealed('HtmlService', {
  createHtmlOutputFromFile: (file: string) => {
    const name = file.replace(/\.html$/, '');
    if (!environment.pages.includes(name))
      throw new Exception(platformMessage(environment.locale, 'noPageNamed', { name: file }));
    return output(call<string>('HtmlService', 'read', name));
  },
  createHtmlOutput: (html = '') => output(html),
});

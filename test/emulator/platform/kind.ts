/** How a script is installed: in one spreadsheet, or as an Editor add-on. */
export type Kind = 'bound' | 'add-on';

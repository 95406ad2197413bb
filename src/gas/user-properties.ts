/** The running person's own properties: nobody else can read them. All are read in one call, when the first is asked for. */
export class UserProperties {
  private known: Record<string, string> | null = null;

  get(key: string): string | null {
    this.known ??= PropertiesService.getUserProperties().getProperties();
    return this.known[key] ?? null;
  }

  remove(key: string): void {
    PropertiesService.getUserProperties().deleteProperty(key);
    this.known = null;
  }

  set(key: string, value: string): void {
    PropertiesService.getUserProperties().setProperty(key, value);
    this.known = { ...this.known, [key]: value };
  }
}

/** Id of the open spreadsheet. In an add-on one person's properties and cache are shared by all documents: it tells these apart. */
export function documentId(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getId();
}

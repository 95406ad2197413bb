/** What passes between the preview's page and its server. */
export {};

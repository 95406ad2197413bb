/** Starts the sidebar. */
export {};

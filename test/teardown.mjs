/** After all tests: closes the browser that they shared. */
export default async function teardown() {
  await globalThis.closeRollcallBrowser();
}
